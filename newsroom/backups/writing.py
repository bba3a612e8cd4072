"""Writes the backup, while the paper is being worked on."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from django.conf import settings
from django.db import connections
from django.utils import timezone
from django.utils.translation import gettext as _

from newsroom.backups import BackupError
from newsroom.backups.parcel import Wrapper
from newsroom.backups.postgresql import PostgreSQL
from newsroom.backups.register import Register
from newsroom.backups.room import demand_room
from newsroom.backups.sqlite import SQLite
from newsroom.backups.uploads import MovedError, put_all, put_missing, size_of_all
from newsroom.snapshots import snapshot

TRIES = 20


class Written(NamedTuple):
    uploads: int
    rows: int
    lost: int
    first_lost: list


def database():
    return SQLite() if connections["default"].vendor == "sqlite" else PostgreSQL()


def name_for(moment):
    return f"newsroom-{timezone.localtime(moment):%Y%m%d-%H%M%S}.tar"


def write_backup(path: Path):
    here = database()
    here.demand_there()
    path.parent.mkdir(parents=True, exist_ok=True)
    demand_room_for(here, path.parent)
    with TemporaryDirectory(dir=path.parent, prefix="backup-") as folder:
        unfinished = Path(folder) / path.name
        done = wrap(here, unfinished, Path(folder))
        unfinished.replace(path)
    return done


def wrap(here, path, folder):
    parcel = Wrapper(path, head_of(here))
    path.chmod(0o600)  # drafts and password hashes are in it
    try:
        with Register() as register:
            put_all(parcel, register)
            sums, (lost, first) = put_database(here, parcel, register, folder)
            parcel.seal(tables=sums, uploads=len(register), lost=lost)
            return Written(len(register), sum(rows for rows, _sum in sums.values()), lost, first)
    finally:
        parcel.close()


def head_of(here):
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT app, name FROM django_migrations ORDER BY app, name")
        applied = [list(row) for row in cursor.fetchall()]
    return {
        "kind": "newsroom backup",
        "database": here.name,
        "made_at": timezone.now().isoformat(),
        "site": settings.SITE_URL,
        "database_size": here.size(),
        "migrations": applied,
    }


def put_database(here, parcel, register, folder):
    """Of a moment at which every file that a record names is in."""
    for _try in range(TRIES):
        with snapshot() as alias:
            try:
                lost = put_missing(parcel, register, alias)
            except MovedError:
                continue
            packed, sums = here.copy(alias, folder)
        with packed.open("rb") as file:
            parcel.put(here.part, file, packed.stat().st_size)
        packed.unlink()
        return sums, lost
    raise BackupError(_("Files move faster than they can be copied. Try again when less is going on."))


def demand_room_for(here, folder: Path):
    """As far as it can be known: of a storage elsewhere nobody asks the size of every file."""
    needed = 2 * here.size() + (size_of_all() or 0)
    told = _("No room for a backup in %(folder)s: about %(needed).1f GB are needed, %(free).1f GB are free.")
    demand_room(folder, needed, told)
