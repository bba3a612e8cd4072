"""One file with all that a paper on the embedded database cannot make again: the database and the uploads.

The file is a zip: `database.sqlite3`, `uploads/…` and `manifest.json` with the size and SHA-256 of every part.
The machine's secret is not in it.
"""

import hashlib
import json
import sqlite3
import tempfile
import zipfile
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

FORMAT = 1
DATABASE = "database.sqlite3"
UPLOADS = "uploads"
MANIFEST = "manifest.json"
BLOCK = 1024 * 1024


class BackupError(Exception):
    """Its text is for the person at the keyboard."""


class Home(NamedTuple):
    """Where a paper lives: its database and its uploads."""

    database: Path
    uploads: Path

    @classmethod
    def current(cls):
        chosen = settings.DATABASES["default"]
        if chosen["ENGINE"] != "django.db.backends.sqlite3":
            raise BackupError(
                _(
                    "This paper lives in PostgreSQL, which has tools of its own: pg_dump --format=custom makes a "
                    "backup, pg_restore brings it back. Keep a copy of the uploads beside it: %(folder)s"
                )
                % {"folder": settings.MEDIA_ROOT}
            )
        return cls(Path(chosen["NAME"]), Path(settings.MEDIA_ROOT))


def name_for(moment: datetime):
    return f"newsroom-{timezone.localtime(moment):%Y%m%d-%H%M%S}.zip"


def write_backup(home: Home, path: Path):
    """Writes it while the paper is being worked on; returns the number of uploads in it."""
    if not home.database.exists():
        raise BackupError(_("There is no database at %(file)s, so there is nothing to keep.") % {"file": home.database})
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(path.name + ".part")
    try:
        with tempfile.TemporaryDirectory(dir=path.parent) as folder, zipfile.ZipFile(unfinished, "w") as archive:
            unfinished.chmod(0o600)  # drafts and password hashes are in it
            snapshot = Path(folder) / DATABASE
            copy_database(home.database, snapshot)
            # The database first: every upload that it knows was written before.
            parts = [put(archive, snapshot, DATABASE, zipfile.ZIP_DEFLATED), *put_uploads(archive, home.uploads)]
            manifest = {"format": FORMAT, "made_at": timezone.now().isoformat(), "parts": parts}
            archive.writestr(MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1))
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return len(parts) - 1


def copy_database(source: Path, target: Path):
    """SQLite's own online backup: a consistent copy, whoever writes meanwhile."""
    with closing(sqlite3.connect(source)) as reading, closing(sqlite3.connect(target)) as writing:
        reading.backup(writing)
        leave_out_kept_pages(writing)


def leave_out_kept_pages(database):
    """They are made again by themselves. What is kept elsewhere, in Redis, must not be found by what is restored."""
    tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if "pagecache_log" in tables:
        database.execute("PRAGMA secure_delete = ON")  # zeros where they lay, which come to nothing in the zip
        with database:
            database.execute("DELETE FROM pagecache_rendered")
            database.execute("DELETE FROM pagecache_shown")
            database.execute("UPDATE pagecache_log SET age = lower(hex(randomblob(8)))")


def put_uploads(archive, uploads: Path):
    for path in sorted(path for path in uploads.rglob("*") if path.is_file()):
        try:
            # Pictures are compressed already.
            yield put(archive, path, f"{UPLOADS}/{path.relative_to(uploads).as_posix()}", zipfile.ZIP_STORED)
        except FileNotFoundError:
            continue  # removed while we were at it


def put(archive, path: Path, name, compression):
    digest, size = hashlib.sha256(), 0
    entry = zipfile.ZipInfo(name)
    entry.compress_type = compression
    with path.open("rb") as source, archive.open(entry, "w", force_zip64=True) as target:
        while block := source.read(BLOCK):
            digest.update(block)
            size += len(block)
            target.write(block)
    return {"name": name, "size": size, "sha256": digest.hexdigest()}
