"""The number that the next row of a table gets: no number that was given once is given again in the new house."""

from django.db import connections
from django.db.models import AutoField, BigAutoField, Max


def is_numbered(model):
    return isinstance(model._meta.pk, (AutoField, BigAutoField))


def last_key(model, using):
    """None where the database gives none."""
    if not is_numbered(model):
        return None
    highest = model._base_manager.using(using).aggregate(found=Max("pk"))["found"] or 0
    connection = connections[using]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            name = sequence_of(cursor, model)
            cursor.execute(f"SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM {name}")  # noqa: S608
        else:
            cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [model._meta.db_table])
        row = cursor.fetchone()
    return max(highest, row[0] if row else 0)


def go_on_behind(model, key, using):
    connection, table = connections[using], model._meta.db_table
    if not key:
        return
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT setval(%s::regclass, %s)", [sequence_of(cursor, model), key])
        else:
            cursor.execute("DELETE FROM sqlite_sequence WHERE name = %s", [table])
            cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [table, key])


def sequence_of(cursor, model):
    cursor.execute("SELECT pg_get_serial_sequence(%s, %s)", [f'"{model._meta.db_table}"', model._meta.pk.column])
    return cursor.fetchone()[0]
