"""
PostgreSQL asks GIN for each token by itself: it then leaps in the longer lists to where the shortest goes on, which it
does not within one tsquery. Two tokens that are common and never stand together cost a quarter, a headline that is left
out less than half.
"""

from django.db import migrations

TABLES = [("search_out", "search_outentry"), ("search_desk", "search_deskentry")]
# The planner would rather read a whole table: it does not count what it costs to fetch the tokens of each row.
FUNCTION = """
CREATE FUNCTION {table}_with(asked tsquery[]) RETURNS TABLE (place bigint, key bigint, published_at timestamptz)
LANGUAGE plpgsql STABLE ROWS 2000 SET enable_seqscan = off SET work_mem = '32MB'
AS $$
BEGIN
    RETURN QUERY EXECUTE 'SELECT e.place, e.key, e.published_at FROM {entries} e WHERE '
        || (SELECT string_agg(format('e.tokens @@ %L', one), ' AND ') FROM unnest(asked) one);
END
$$;
"""


def create(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for table, entries in TABLES:
            schema_editor.execute(FUNCTION.format(table=table, entries=entries), None)


def drop(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for table, _entries in TABLES:
            schema_editor.execute(f"DROP FUNCTION {table}_with(tsquery[])", None)


class Migration(migrations.Migration):
    dependencies = [("search", "0004_how_far_it_is_built")]

    operations = [migrations.RunPython(create, drop)]
