"""The embedded database: copied by SQLite's own online backup, within the moment that was chosen."""

import gzip
import shutil
import sqlite3
from contextlib import closing, contextmanager
from hashlib import sha256
from pathlib import Path

from django.db import connections
from django.utils.translation import gettext as _

from newsroom.backups import BackupError
from newsroom.backups.aliases import alias_of
from newsroom.backups.conditions import demand_same, in_use
from newsroom.backups.on_disk import move_aside, write
from newsroom.backups.parcel import BLOCK

COPY = "database.sqlite3.gz"
PLAIN = "database.sqlite3"


class SQLite:
    name = "sqlite"
    part = COPY

    def __init__(self):
        self.path = Path(connections["default"].settings_dict["NAME"])

    def demand_there(self):
        if not self.path.exists():
            raise BackupError(_("There is no database at %(file)s, so there is nothing to keep.") % {"file": self.path})

    def size(self):
        return self.path.stat().st_size

    def copy(self, alias, folder: Path):
        """Returns (the file that is packed, rows and checksum of every table)."""
        plain, packed = folder / PLAIN, folder / COPY
        with closing(sqlite3.connect(plain)) as target:
            connections[alias].connection.backup(target, pages=10_000)
            leave_out_kept_pages(target)
        sums = sums_of(plain)
        with plain.open("rb") as source, gzip.open(packed, "wb", compresslevel=3) as file:
            shutil.copyfileobj(source, file, BLOCK)
        plain.unlink()
        return packed, sums

    def unpack(self, folder: Path):
        """Raises BackupError where it is not sound."""
        plain, packed = folder / PLAIN, folder / COPY
        if packed.exists():
            with gzip.open(packed) as source:
                write(plain, source)
            packed.unlink()
        prove(plain)
        return plain

    @contextmanager
    def restored(self, folder: Path):
        """In an empty place: (alias to read it by, rows and checksum of every table)."""
        plain = self.unpack(folder)
        sums = sums_of(plain)
        with alias_of(NAME=str(plain)) as alias:
            yield alias, sums

    def demand_free(self):
        """Folds the journal into the file, which SQLite does only for one who has it alone."""
        if not self.path.exists():
            return
        with closing(sqlite3.connect(self.path, timeout=1)) as database:
            try:
                database.execute("PRAGMA journal_mode=DELETE")
            except sqlite3.OperationalError as problem:
                raise BackupError(in_use()) from problem

    def place(self):
        """On the same disk as the database: what is proved there is only moved."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        return self.path.parent

    def put_in_place(self, folder: Path, expected):
        """Returns where the former one is kept, or None. Nothing is moved before all is proved."""
        plain = self.unpack(folder)
        if expected is not None:
            demand_same(sums_of(plain), expected)
        connections["default"].close()
        self.demand_free()
        aside = move_aside(self.path)
        plain.replace(self.path)
        return aside


def leave_out_kept_pages(database):
    """They are made again by themselves. What is kept elsewhere, in Redis, must not be found by what is restored."""
    tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if "pagecache_log" in tables:
        database.execute("PRAGMA secure_delete = ON")  # zeros where they lay, which come to nothing when packed
        with database:
            database.execute("DELETE FROM pagecache_rendered")
            database.execute("DELETE FROM pagecache_shown")
            database.execute("UPDATE pagecache_log SET age = lower(hex(randomblob(8)))")


def prove(path: Path):
    with closing(sqlite3.connect(path)) as database:
        if database.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            raise BackupError(_("The database in this backup is damaged. Nothing was changed."))
        stray = database.execute("PRAGMA foreign_key_check").fetchone()
    if stray:
        told = _("In %(table)s of this backup a record names another that is not there. Nothing was changed.")
        raise BackupError(told % {"table": stray[0]})


def sums_of(path: Path):
    """{table: [rows, checksum]}"""
    plain = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
    with closing(sqlite3.connect(path)) as database:
        database.text_factory = bytes
        return {name.decode(): sum_of(database, name.decode()) for (name,) in database.execute(plain).fetchall()}


def sum_of(database, table):
    digest, count = sha256(), 0
    for row in database.execute(f'SELECT * FROM "{table}"'):  # noqa: S608 - its own tables
        digest.update(repr(row).encode())
        count += 1
    return [count, digest.hexdigest()]
