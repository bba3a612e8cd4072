"""
How the index on SQLite is built from nothing: each batch becomes a segment of its own, and all of them are merged once
at the end. As it stands otherwise, FTS5 would merge what is there again and again while it grows.
"""

from django.db import connection, transaction

from search.sheets import tokens_of_text

# Bytes are kept until the end of the transaction at most.
WHILE_BUILT = {"automerge": 0, "crisismerge": 1000, "hashsize": 128 * 1024 * 1024}
OTHERWISE = {"automerge": 4, "crisismerge": 16, "hashsize": 1024 * 1024}
PAGES = 1000  # merged at a time: nobody can save meanwhile


def packed(text):
    return " ".join(tokens_of_text(text))


def begin(shelf):
    set_to(shelf, WHILE_BUILT)


def lay(shelf, rows):
    """rows: search.building.Ready, in the order of their places."""
    moment = connection.ops.adapt_datetimefield_value
    entries = [(row.place, row.key, row.published_at and moment(row.published_at)) for row in rows]
    texts = [(row.place, *row.text.values()) for row in rows]
    columns = ", ".join(rows[0].text)
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {shelf.entry_table} (place, key, published_at) VALUES (%s, %s, %s)", entries)
        cursor.executemany(f"INSERT INTO {shelf.text_table} (place, {columns}) VALUES (%s, %s, %s, %s, %s)", texts)
        cursor.executemany(
            f"INSERT INTO {shelf.table} (rowid, tokens) VALUES (%s, %s)", [(row.place, row.tokens) for row in rows]
        )


def finish(shelf):
    """Yields after each piece. All segments are asked for at first, then what that has begun is gone on with."""
    pages = -PAGES
    while merge(shelf, pages):
        yield
        pages = PAGES
    set_to(shelf, OTHERWISE)


@transaction.atomic
def merge(shelf, pages):
    """Whether there was anything to do: FTS5 tells by the number of rows that it wrote."""
    with connection.cursor() as cursor:
        before = connection.connection.total_changes
        cursor.execute(f"INSERT INTO {shelf.table} ({shelf.table}, rank) VALUES ('merge', %s)", [pages])
        return connection.connection.total_changes - before > 1


def set_to(shelf, settings):
    with connection.cursor() as cursor:
        for name, value in settings.items():
            cursor.execute(f"INSERT INTO {shelf.table} ({shelf.table}, rank) VALUES (%s, %s)", [name, value])
