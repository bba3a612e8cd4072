"""
The numbered log of changes: asked on every hit, written under one short lock. A change that is committed and not yet
applied has no number; whoever asks learns that some wait, so nobody depends on how soon they are applied.
"""

import time
from contextlib import contextmanager
from typing import NamedTuple

from django.db import DEFAULT_DB_ALIAS, Error, connection, connections, transaction

from pagecache.names import numbers_of
from pagecache.quickly import SilentError, ask_postgresql, ask_sqlite

# Any number, if no other advisory lock of this database has it.
LOCK = 7_105_447_310
PATIENCE = 50  # milliseconds that a page to be kept waits for the lock
LONGEST = 5_000  # milliseconds that an application waits: then the worker's next round does it
LOOK = """
SELECT log.number, log.age, paper.version, CAST(paper.updated_at AS text),
       EXISTS (SELECT 1 FROM pagecache_change WHERE number IS NULL)
FROM (SELECT 1 AS id) one LEFT JOIN pagecache_log log ON log.id = one.id LEFT JOIN desk_paper paper ON paper.id = one.id
"""
SINCE = """
SELECT number, names, 0 FROM pagecache_change WHERE number > %s
UNION ALL SELECT number, names, 0 FROM pagecache_change WHERE number IS NULL
UNION ALL SELECT number, NULL, forgotten FROM pagecache_log
"""


class Mark(NamedTuple):
    """What the log said at a moment. `stamp` goes into the key of every page."""

    number: int
    stamp: str
    is_waiting: bool
    at: float


class Changes(NamedTuple):
    """
    What changed since a number, and what waits for one. `number` is the last that there is; the log may have forgotten
    some of those after `since`, and then nobody knows what they were.
    """

    since: int
    number: int
    numbered: list  # pairs of number and names
    waiting: set
    are_known: bool

    def touch(self, numbers):
        return not all(names.isdisjoint(numbers) for names in (self.waiting, *(names for _n, names in self.numbered)))


def look():
    """
    One raw query on the thread's own connection. One that broke since its last use is replaced, once; a server that is
    silent would be so on another one too.
    """
    own = connections[DEFAULT_DB_ALIAS]
    at = time.time()
    try:
        row = ask(own)
    except SilentError:
        own.close()
        raise
    except Error:
        if own.in_atomic_block:
            raise
        own.close()
        row = ask(own)
    number, age, version, updated, is_waiting = row
    return Mark(number or 0, stamp_of(age, version, updated), bool(is_waiting), at)


def stamp_of(age, version, updated):
    return f"{age}.{version}.{updated}"


def ask(own):
    """Its errors are those of Django, though it goes past Django's cursors."""
    own.ensure_connection()
    with own.wrap_database_errors:
        return (ask_sqlite if own.vendor == "sqlite" else ask_postgresql)(own, LOOK)


def changes_since(number):
    """In one statement, so that nothing falls between those that wait, those that have a number and the log's own."""
    with connection.cursor() as cursor:
        cursor.execute(SINCE, [number])
        rows = cursor.fetchall()
    last, forgotten = next(((last, forgotten) for last, names, forgotten in rows if names is None), (0, 0))
    told = [(given, numbers_of(names.split("\n"))) for given, names, _none in rows if names is not None]
    numbered = [(given, names) for given, names in told if given is not None]
    waiting = set().union(*(names for given, names in told if given is None))
    return Changes(number, last, numbered, waiting, are_known=forgotten <= number <= last)


@contextmanager
def while_nothing_is_applied():
    """The shared form of the lock. Gives up soon: a page that is not kept costs no more than its next rendering."""
    with patience(PATIENCE), transaction.atomic():
        take_lock("pg_advisory_xact_lock_shared", PATIENCE)
        yield


@contextmanager
def while_nothing_is_kept():
    with transaction.atomic():
        take_lock("pg_advisory_xact_lock", LONGEST)
        yield


def take_lock(form, milliseconds):
    """On SQLite a transaction that writes is alone from its begin. Nothing here is worth waiting for the disk."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(
                f"SET LOCAL lock_timeout = {milliseconds}; SET LOCAL synchronous_commit = off; SELECT {form}({LOCK})"
            )


@contextmanager
def patience(milliseconds):
    """How long SQLite waits for another writer meanwhile."""
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout")
        usual = cursor.fetchone()[0]
        cursor.execute(f"PRAGMA busy_timeout = {milliseconds}")
        try:
            yield
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {usual}")
