"""
PostgreSQL asks GIN for tokens always. It would rather read a whole table, since it does not count what it costs to
fetch the tokens of each row from where they lie: a hundred times of that.
"""

from django.db import migrations

TABLES = [("search_out", "search_outentry"), ("search_desk", "search_deskentry")]
FUNCTION = """
CREATE FUNCTION {table}_with(asked tsquery) RETURNS TABLE (place bigint, key bigint, published_at timestamptz)
LANGUAGE sql STABLE ROWS 2000 SET enable_seqscan = off SET work_mem = '32MB'
AS $$ SELECT e.place, e.key, e.published_at FROM {entries} e WHERE e.tokens @@ asked $$;
"""


def create(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for table, entries in TABLES:
            schema_editor.execute(FUNCTION.format(table=table, entries=entries), None)


def drop(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for table, _entries in TABLES:
            schema_editor.execute(f"DROP FUNCTION {table}_with(tsquery)", None)


class Migration(migrations.Migration):
    dependencies = [("search", "0002_to_be_built")]

    operations = [migrations.RunPython(create, drop)]
