"""Backups as they were written before: a zip with database.sqlite3, uploads and manifest.json. They are still read."""

import json
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path, PurePosixPath

from django.utils.translation import gettext as _

from newsroom.backups import BackupError
from newsroom.backups.on_disk import write
from newsroom.backups.parcel import BROKEN, UPLOADS, Counting, broken, demand_inside
from newsroom.backups.sqlite import PLAIN, SQLite
from newsroom.backups.versions import demand_known

MANIFEST, FORMAT = "manifest.json", 1
ZIP = b"PK\x03\x04"


def is_former(path: Path):
    try:
        with path.open("rb") as file:
            return file.read(4) == ZIP
    except FileNotFoundError as problem:
        raise BackupError(_("There is no file %(file)s.") % {"file": path}) from problem


def unpack_former(path: Path, here, folder: Path, files, staged):
    if here.name != SQLite.name:
        raise BackupError(_("This backup is of SQLite, and this newsroom lives in PostgreSQL."))
    try:
        with zipfile.ZipFile(path) as archive:
            for part in read_manifest(archive)["parts"]:
                take(archive, part, folder, files, staged)
    except (zipfile.BadZipFile, *BROKEN) as problem:
        raise broken(path, problem) from problem
    if not (folder / PLAIN).exists():
        raise BackupError(_("There is no database in this backup. Nothing was changed."))
    with closing(sqlite3.connect(folder / PLAIN)) as database:
        demand_known(database.execute("SELECT app, name FROM django_migrations").fetchall())


def read_manifest(archive):
    manifest = json.loads(archive.read(MANIFEST))
    if manifest["format"] != FORMAT:
        raise BackupError(_("This backup was made by a newer newsroom: bring the program up to date first."))
    return manifest


def take(archive, part, folder, files, staged):
    """Unpacks one part and proves that it is what was put in."""
    name = PurePosixPath(part["name"])
    demand_inside(name, is_ours=name.parts[:1] in {(PLAIN,), (UPLOADS,)})
    with archive.open(part["name"]) as source:
        reading = Counting(source, part["size"] + 1)
        if name.parts[0] == PLAIN:
            write(folder / PLAIN, reading)
        else:
            files.take(staged, str(name.relative_to(UPLOADS)), reading)
    if reading.digest.hexdigest() != part["sha256"]:
        raise ValueError(_("%(part)s has another checksum") % {"part": name})
