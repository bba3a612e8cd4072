"""A newsroom of its own in a temporary folder, for tests that start the real processes."""

import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from functools import cache
from pathlib import Path

from tests import template

ROOT = Path(__file__).resolve().parent.parent.parent

DATABASE = "newsroom.sqlite3"


class Office:
    def __init__(self):
        self._folder = tempfile.TemporaryDirectory(prefix="newsroom-office-")
        self.var = Path(self._folder.name)
        self.environment = {
            **os.environ,
            "NEWSROOM_ENV": "demo",
            "NEWSROOM_VAR": str(self.var),
            "DATABASE_URL": "",
            "DJANGO_SETTINGS_MODULE": "newsroom.settings",
        }

    def clear(self):
        self._folder.cleanup()

    def furnish(self):
        """Its database and its static files."""
        self.migrate()
        self.environment["STATIC_ROOT"] = str(collected())

    def migrate(self):
        lay_database(self.var)

    def manage(self, *arguments, **environment):
        """Runs a command to its end."""
        return subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env=self.environment | environment,
            capture_output=True,
            text=True,
            timeout=120,
        )

    def start(self, *arguments):
        """Starts a command that runs until it is stopped; what it says can be read from its `stdout`."""
        return subprocess.Popen(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def ask(self, query):
        """The rows of a query to its database."""
        with closing(sqlite3.connect(self.var / DATABASE)) as connection, connection:
            return connection.execute(query).fetchall()


def lay_database(home):
    """The migrations take seconds: they run once, and every home has a copy."""
    shutil.copy(migrated(), home / DATABASE)


@cache
def migrated():
    """The file of a database as the migrations leave it: where parts of the suite run, one for all of them."""
    if not template.folder():
        return migrated_first().var / DATABASE
    with template.alone("sqlite") as copy:
        if not copy.exists():
            shutil.copy(migrated_first().var / DATABASE, copy)
        return copy


@cache
def collected():
    """The folder of the static files, for whoever only reads them: collected once, as the database is migrated."""
    if not template.folder():
        return collected_into(first().var / "static")
    with template.alone("static") as folder:
        return folder if folder.exists() else collected_into(folder)


def collected_into(folder):
    unfinished = folder.with_name("static-unfinished")
    first().manage("collectstatic", "--no-input", "--verbosity=0", STATIC_ROOT=str(unfinished)).check_returncode()
    return unfinished.rename(folder)


@cache
def migrated_first():
    first().manage("migrate", "--verbosity=0").check_returncode()
    return first()


@cache
def first():
    """The office in which is made what the others copy or read."""
    return Office()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
