"""
How the tables are emptied after a test that could not be rolled back: those that hold anything, and no others.

Django's way empties all of them and then writes the permissions anew, a hundred times in a run of the suite. What is
kept here instead is what set-up made and no such test writes to: kinds of records, their rights, the groups, the site.
"""

from django.db import connection, transaction

KEPT = {"django_content_type", "auth_permission", "auth_group", "auth_group_permissions", "django_site"}


def empty_tables(test):
    """Takes the place of TransactionTestCase._fixture_teardown."""
    tables = set(connection.introspection.django_table_names(only_existing=True, include_views=False)) - KEPT
    with transaction.atomic(), connection.cursor() as cursor:
        wait_for_writers(cursor, sorted(tables))
        for statement in statements(cursor, with_rows(cursor, sorted(tables))):
            cursor.execute(statement)


def wait_for_writers(cursor, tables):
    """Whoever still writes is to find nothing emptied that fills again. On SQLite nobody writes meanwhile anyway."""
    if connection.vendor == "postgresql":
        cursor.execute(f"LOCK TABLE {', '.join(tables)} IN SHARE ROW EXCLUSIVE MODE")


def with_rows(cursor, tables):
    cursor.execute(" UNION ALL ".join(f"SELECT '{table}' WHERE EXISTS (SELECT 1 FROM {table})" for table in tables))
    return [table for (table,) in cursor.fetchall()]


def statements(cursor, tables):
    """Without triggers, as a table is truncated; on SQLite there are none that would mind (tests/conftest.py)."""
    deleting = [f"DELETE FROM {table}" for table in tables]
    if connection.vendor == "sqlite":
        return ["PRAGMA defer_foreign_keys = ON", *deleting]
    if is_superuser(cursor):
        return ["SET LOCAL session_replication_role = replica", *deleting]
    return [f"TRUNCATE {', '.join(tables)} CASCADE"] if tables else []


def is_superuser(cursor):
    """As on the tests' own server. Truncating takes some twenty times as long as deleting a handful of rows."""
    cursor.execute("SELECT usesuper FROM pg_user WHERE usename = current_user")
    return cursor.fetchone()[0]
