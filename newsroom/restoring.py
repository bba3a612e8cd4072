"""Puts a backup in the place of what is there, which is kept aside. Nothing is moved before all is proved."""

import hashlib
import json
import shutil
import sqlite3
import tempfile
import zipfile
import zlib
from contextlib import closing
from functools import cache
from pathlib import Path, PurePosixPath

from django.db.migrations.loader import MigrationLoader
from django.utils import timezone
from django.utils.translation import gettext as _

from newsroom.backups import BLOCK, DATABASE, FORMAT, MANIFEST, UPLOADS, BackupError, Home


def restore(home: Home, path: Path):
    """Returns the folder in which the former state is kept, or None where there was none."""
    home.database.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="restoring-", dir=home.database.parent) as folder:
        unpacked = Path(folder)
        unpack(path, unpacked)
        prove_database(unpacked / DATABASE)
        (unpacked / UPLOADS).mkdir(exist_ok=True)
        aside = put_aside(home)
        (unpacked / DATABASE).replace(home.database)
        shutil.move(unpacked / UPLOADS, home.uploads)
    return aside


def unpack(path: Path, folder: Path):
    try:
        with zipfile.ZipFile(path) as archive:
            for part in read_manifest(archive)["parts"]:
                take(archive, part, folder)
    except FileNotFoundError as problem:
        raise BackupError(_("There is no file %(file)s.") % {"file": path}) from problem
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, ValueError) as problem:
        raise BackupError(
            _("%(file)s is damaged or is no backup of a newsroom (%(problem)s). Nothing was changed.")
            % {"file": path, "problem": problem}
        ) from problem


def read_manifest(archive):
    manifest = json.loads(archive.read(MANIFEST))
    if manifest["format"] != FORMAT:
        raise BackupError(_("This backup was made by a newer newsroom: bring the program up to date first."))
    return manifest


def take(archive, part, folder: Path):
    """Unpacks one part and proves that it is what was put in."""
    name = PurePosixPath(part["name"])
    if name.is_absolute() or ".." in name.parts or name.parts[:1] not in {(DATABASE,), (UPLOADS,)}:
        raise ValueError(f"the name {name} leads out of it")
    target = folder / name
    target.parent.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256()
    with archive.open(part["name"]) as source, target.open("wb") as file:
        while block := source.read(BLOCK):
            digest.update(block)
            file.write(block)
    if digest.hexdigest() != part["sha256"]:
        raise ValueError(f"{name} has another checksum")


def prove_database(path: Path):
    """Sound, and not from a newer version than this program."""
    if not path.exists():
        raise BackupError(_("There is no database in this backup. Nothing was changed."))
    with closing(sqlite3.connect(path)) as database:
        if database.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            raise BackupError(_("The database in this backup is damaged. Nothing was changed."))
        applied = set(database.execute("SELECT app, name FROM django_migrations"))
    if unknown := sorted(f"{app}.{name}" for app, name in applied if is_unknown(app, name)):
        raise BackupError(
            _(
                "This backup was made by a newer newsroom (it knows %(migrations)s): "
                "bring the program up to date first. Nothing was changed."
            )
            % {"migrations": ", ".join(unknown[:3])}
        )


@cache
def migrations():
    return MigrationLoader(None).disk_migrations.keys()


def is_unknown(app, name):
    """An app that is gone altogether was dropped by this version: its tables do no harm."""
    return (app, name) not in migrations() and app in {known for known, _name in migrations()}


def put_aside(home: Home):
    present = [path for path in (home.database, home.uploads) if path.exists()]
    if not present:
        return None
    if home.database.exists():
        claim(home.database)
    aside = home.database.parent / f"replaced-{timezone.localtime():%Y%m%d-%H%M%S}"
    aside.mkdir()
    for path in present:
        shutil.move(path, aside / path.name)
    return aside


def claim(path: Path):
    """Folds the journal into the database file, which SQLite does only for one who has it alone."""
    with closing(sqlite3.connect(path, timeout=1)) as database:
        try:
            database.execute("PRAGMA journal_mode=DELETE")
        except sqlite3.OperationalError as problem:
            raise BackupError(
                _(
                    "The database is in use. Stop the web server and the worker first (Ctrl-C where make demo runs). "
                    "Nothing was changed."
                )
            ) from problem
