"""Reading the whole database as it stands at one moment, for as long as that takes, while nobody waits for it."""

from contextlib import contextmanager

from django.db import connections, transaction

from newsroom.backups.aliases import alias_of

ALIAS = "snapshot"


@contextmanager
def snapshot():
    """The alias of a connection of its own: all that is read through it stood there when it was opened."""
    with (
        alias_of(ALIAS, OPTIONS=of_one_moment(connections["default"])),
        transaction.atomic(using=ALIAS),
        connections[ALIAS].cursor() as cursor,
    ):
        if connections[ALIAS].vendor == "postgresql":
            cursor.execute("SET TRANSACTION READ ONLY")
        cursor.execute("SELECT count(*) FROM django_migrations")  # the moment is that of the first question
        yield ALIAS


def of_one_moment(connection):
    options = connection.settings_dict["OPTIONS"]
    if connection.vendor == "postgresql":
        from psycopg import IsolationLevel

        return options | {"isolation_level": IsolationLevel.REPEATABLE_READ}
    return options | {"transaction_mode": "DEFERRED"}  # it never writes, and so keeps nobody from writing
