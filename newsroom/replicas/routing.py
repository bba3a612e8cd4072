"""Which database is asked. The primary, unless the middleware has chosen a replica for a reader's request."""

from contextlib import contextmanager
from contextvars import ContextVar

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS

CHOSEN: ContextVar[str] = ContextVar("replica", default=DEFAULT_DB_ALIAS)


@contextmanager
def reading_from(alias):
    token = CHOSEN.set(alias)
    try:
        yield
    finally:
        CHOSEN.reset(token)


def ours():
    return {DEFAULT_DB_ALIAS, *settings.REPLICAS}


class Router:
    """SQL by Django's own `connection` is the primary's: the log of the page cache, locks, whatever writes."""

    def db_for_read(self, model, **hints):
        return None if comes_from_elsewhere(hints) else CHOSEN.get()

    def db_for_write(self, model, **hints):
        """What was written is read where it was written, for the rest of the request."""
        if comes_from_elsewhere(hints):
            return None
        CHOSEN.set(DEFAULT_DB_ALIAS)
        return DEFAULT_DB_ALIAS

    def allow_relation(self, one, other, **hints):
        """A record from a replica is the record that the primary has."""
        return True if {one._state.db, other._state.db} - {None} <= ours() else None

    def allow_migrate(self, db, app_label, **hints):
        return False if db in settings.REPLICAS else None


def comes_from_elsewhere(hints):
    """A record of another database, such as a backup that is looked through, stays with it."""
    instance = hints.get("instance")
    return instance is not None and instance._state.db is not None and instance._state.db not in ours()
