"""
PostgreSQL: pg_dump within the moment that was chosen, pg_restore into a database of its own, which takes the other's
name when all is proved. The account needs CREATEDB for that.
"""

import os
import shutil
import subprocess
from contextlib import contextmanager
from pathlib import Path

import django.db
from django.db import connections
from django.db.backends.postgresql.client import DatabaseClient
from django.utils import timezone
from django.utils.translation import gettext as _

from newsroom.backups import BackupError
from newsroom.backups.aliases import alias_of
from newsroom.backups.conditions import demand_same, in_use
from newsroom.database_size import size_of_database

DUMP = "database.dump"
DEBIAN = Path("/usr/lib/postgresql")
# Made again by themselves; and the age of what is kept elsewhere, in Redis, must be another one in what is restored.
KEPT_PAGES = ("pagecache_rendered", "pagecache_shown", "pagecache_turn")
NEW_AGE = "UPDATE pagecache_log SET age = substr(md5(random()::text), 1, 16)"
# How values are written as text, whatever the server is set to.
AS_TEXT = """
    SET timezone = 'UTC'; SET datestyle = 'ISO, YMD'; SET intervalstyle = 'postgres'; SET bytea_output = 'hex';
    SET extra_float_digits = 1
"""
TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename"
LETTERS = """
    SELECT pg_encoding_to_char(encoding), datcollate, datctype FROM pg_database WHERE datname = current_database()
"""
# Row by row, in whatever order the server reads them.
SUM = 'SELECT count(*), coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)::text FROM "{}" AS t'


class PostgreSQL:
    name = "postgresql"
    part = DUMP

    def __init__(self):
        self.database = connections["default"].settings_dict["NAME"]

    def demand_there(self):
        if "django_migrations" not in connections["default"].introspection.table_names():
            raise BackupError(
                _("There is no database at %(file)s, so there is nothing to keep.") % {"file": self.database}
            )

    def size(self):
        return size_of_database()

    def copy(self, alias, folder: Path):
        sums = sums_of(connections[alias])
        snapshot = one(connections[alias], "SELECT pg_export_snapshot()")
        path = folder / DUMP
        leave_out = [f"--exclude-table-data={table}" for table in KEPT_PAGES]
        said = ["--format=custom", f"--snapshot={snapshot}", f"--file={path}"]
        run("pg_dump", self.database, *said, *OWNERLESS, *leave_out)
        return path, sums

    @contextmanager
    def restored(self, folder: Path):
        name = self.fresh("verifying")
        try:
            self.fill(name, folder / DUMP)
            with alias_of(NAME=name) as alias:
                yield alias, sums_of(connections[alias])
        finally:
            self.execute(f'DROP DATABASE "{name}" WITH (FORCE)')

    def demand_free(self):
        """Nobody else is in it: its name is to go to another one."""
        others = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        if one(connections["default"], others + " AND backend_type = 'client backend'"):
            raise BackupError(in_use())

    def place(self):
        return None

    def put_in_place(self, folder: Path, expected):
        """Returns the name of the former one, or None. No name is changed before all is proved."""
        name = self.fresh("restoring")
        try:
            self.fill(name, folder / DUMP)
            with alias_of(NAME=name) as alias:
                demand_same(sums_of(connections[alias]), expected)
                execute(connections[alias], NEW_AGE)
        except BaseException:
            self.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
            raise
        return self.change_names(name)

    def change_names(self, new):
        """From within the one that keeps its name meanwhile. The former one stays beside it, under another name."""
        aside = self.named("replaced")
        is_empty = "django_migrations" not in connections["default"].introspection.table_names()
        connections["default"].close()
        with alias_of(NAME=new) as alias:
            rename(connections[alias], self.database, aside)
        with alias_of(NAME=aside) as alias:
            rename(connections[alias], new, self.database)
        if is_empty:
            self.execute(f'DROP DATABASE "{aside}"')
        return None if is_empty else aside

    def named(self, word):
        return f"{self.database[:30]}_{word}_{timezone.now():%Y%m%d%H%M%S%f}"

    def fresh(self, word):
        """An empty database as this one is: its letters are sorted alike."""
        name = self.named(word)
        with connections["default"].cursor() as cursor:
            cursor.execute(LETTERS)
            encoding, collate, ctype = cursor.fetchone()
            if not may_create(cursor):
                told = _(
                    "The database's account may not make databases: ALTER ROLE %(name)s CREATEDB. Nothing was changed."
                )
                raise BackupError(told % {"name": connections["default"].settings_dict["USER"]})
        alike = f"ENCODING '{encoding}' LC_COLLATE '{collate}' LC_CTYPE '{ctype}'"
        self.execute(f'CREATE DATABASE "{name}" TEMPLATE template0 {alike}')
        return name

    def fill(self, name, packed):
        run("pg_restore", name, "--exit-on-error", "--jobs=2", *OWNERLESS, str(packed))

    def execute(self, statement):
        execute(connections["default"], statement)


OWNERLESS = ("--no-owner", "--no-privileges")


def may_create(cursor):
    cursor.execute("SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user")
    return cursor.fetchone()[0]


def rename(connection, before, after):
    try:
        execute(connection, f'ALTER DATABASE "{before}" RENAME TO "{after}"')
    except django.db.Error as problem:
        raise BackupError(f"{in_use()} ({str(problem).strip()})") from problem


def execute(connection, statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)


def one(connection, question):
    with connection.cursor() as cursor:
        cursor.execute(question)
        return cursor.fetchone()[0]


def sums_of(connection):
    """{table: [rows, checksum]}"""
    execute(connection, AS_TEXT)
    with connection.cursor() as cursor:
        cursor.execute(TABLES)
        tables = [name for (name,) in cursor.fetchall() if name not in (*KEPT_PAGES, "pagecache_log")]
        return {name: sum_of(cursor, name) for name in tables}


def sum_of(cursor, table):
    cursor.execute(SUM.format(table))
    return list(cursor.fetchone())


def run(program, database, *arguments):
    """The password goes by the environment: arguments can be seen by everybody on the machine."""
    chosen = connections["default"].settings_dict | {"NAME": database}
    (_psql, *where), environment = DatabaseClient.settings_to_cmd_args_env(chosen, [])
    where = [*where[:-1], f"--dbname={where[-1]}"]
    done = subprocess.run(  # noqa: S603
        [found(program), *where, "--no-password", *arguments],
        env=os.environ | (environment or {}),
        capture_output=True,
        text=True,
    )
    if done.returncode:
        words = {"program": program, "problem": done.stderr.strip()[-400:]}
        raise BackupError(_("%(program)s failed: %(problem)s") % words)


def found(program):
    """The newest: an older one does not read the data of a newer server."""
    debian = sorted(DEBIAN.glob(f"*/bin/{program}"), key=lambda path: int(path.parts[-3]), reverse=True)
    path = debian[0] if debian else shutil.which(program)
    if not path:
        told = _("%(program)s is not installed on this machine (on Debian: apt install postgresql-client).")
        raise BackupError(told % {"program": program})
    return str(path)
