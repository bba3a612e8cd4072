"""
One migrated database of each kind for a whole run of the suite: the part that needs it first migrates its own and
leaves a copy, the others begin with a copy of that. TEST_TEMPLATES names the folder where they find each other.
"""

import fcntl
import os
import shutil
from contextlib import ExitStack, contextmanager
from pathlib import Path

from django.db import connection

NAME = "test_newsroom_template"  # on the server
ALONE = ExitStack()  # held by who migrates: the others wait, and copy


def folder():
    """None where one part runs alone."""
    name = os.environ.get("TEST_TEMPLATES")
    return Path(name) if name else None


@contextmanager
def alone(vendor):
    """The copy, or the place for it, while nobody else is at it: on SQLite a file, else a mark that there is one."""
    with (folder() / f"{vendor}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield folder() / vendor


def is_left():
    return bool(folder()) and (folder() / connection.vendor).exists()


def take():
    """Before the database is made: of the copy, if there is one; if there is none, nobody else makes one meanwhile."""
    if not folder():
        return
    copy = ALONE.enter_context(alone(connection.vendor))
    if copy.exists():
        begin_with(copy)
        ALONE.close()


def begin_with(copy):
    if connection.vendor == "sqlite":
        shutil.copy(copy, connection.settings_dict["TEST"]["NAME"])
    else:
        connection.settings_dict["TEST"]["TEMPLATE"] = NAME


def leave():
    """After it is made, as the migrations leave it. Copied is what nobody is connected to."""
    if not folder() or is_left():
        return
    copy = folder() / connection.vendor
    connection.close()
    if connection.vendor == "sqlite":
        shutil.copy(connection.settings_dict["NAME"], copy)
    else:
        with connection._nodb_cursor() as cursor:
            cursor.execute(f"DROP DATABASE IF EXISTS {NAME}")
            cursor.execute(f"CREATE DATABASE {NAME} TEMPLATE {connection.settings_dict['NAME']}")
        copy.touch()
    ALONE.close()


def drop(url):
    """From a server that outlives the tests."""
    import psycopg

    with psycopg.connect(url, autocommit=True) as server:
        server.execute(f"DROP DATABASE IF EXISTS {NAME}")
