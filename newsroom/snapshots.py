"""Reading the whole database as it stands at one moment, for as long as that takes, while nobody waits for it."""

from contextlib import contextmanager
from copy import deepcopy

from django.db import connections, transaction

ALIAS = "snapshot"


@contextmanager
def snapshot():
    """The alias of a connection of its own: all that is read through it stood there when it was opened."""
    connections.settings[ALIAS] = of_one_moment(connections["default"])
    try:
        with transaction.atomic(using=ALIAS), connections[ALIAS].cursor() as cursor:
            if connections[ALIAS].vendor == "postgresql":
                cursor.execute("SET TRANSACTION READ ONLY")
            cursor.execute("SELECT count(*) FROM django_migrations")  # the moment is that of the first question
            yield ALIAS
    finally:
        connections[ALIAS].close()
        del connections[ALIAS], connections.settings[ALIAS]


def of_one_moment(connection):
    chosen = deepcopy(connection.settings_dict)
    if connection.vendor == "postgresql":
        from psycopg import IsolationLevel

        chosen["OPTIONS"]["isolation_level"] = IsolationLevel.REPEATABLE_READ
    else:
        chosen["OPTIONS"]["transaction_mode"] = "DEFERRED"  # it never writes, and so keeps nobody from writing
    return chosen
