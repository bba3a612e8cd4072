"""
How the index on PostgreSQL is built from nothing: rows come by COPY, and GIN gathers a batch of them before it sorts
its tokens in. So it is asked as ever meanwhile, and nobody who saves waits for an index that is made in one piece.
"""

from datetime import UTC, datetime, timedelta
from struct import pack

from django.db import connection, transaction

from search.sheets import tokens_of_text

MEMORY = "512MB"  # of the server, to sort a batch
PENDING = 1024 * 1024  # kB: more than a batch ever has
EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
HEAD, END = b"PGCOPY\n\xff\r\n\0" + pack(">ii", 0, 0), pack(">h", -1)
NO_PLACES = "\0\0\0"  # behind each token: its end, and the number of its positions


def packed(text):
    """A tsvector as the server sends and receives it. It sorts them itself."""
    tokens = tokens_of_text(text)
    return pack(">i", len(tokens)) + (NO_PLACES.join(tokens) + NO_PLACES).encode()


def begin(shelf):
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER INDEX {shelf.table} SET (fastupdate = on, gin_pending_list_limit = {PENDING})")


def lay(shelf, rows):
    """rows: search.building.Ready, in the order of their places."""
    columns = tuple(rows[0].text)
    copy(shelf.entry_table, ("place", "key", "published_at", "tokens"), map(entry_of, rows))
    copy(shelf.text_table, ("place", *columns), map(text_of, rows))
    sort_in(shelf)


def entry_of(row):
    moment = None if row.published_at is None else pack(">q", (row.published_at - EPOCH) // MICROSECOND)
    return pack(">q", row.place), pack(">q", row.key), moment, row.tokens


def text_of(row):
    *words, edition = row.text.values()
    return pack(">q", row.place), *(word.encode() for word in words), pack(">h", edition)


def copy(table, columns, rows):
    with connection.cursor() as cursor, cursor.copy(f"COPY {table} ({', '.join(columns)}) FROM STDIN BINARY") as lines:
        lines.write(HEAD + b"".join(map(line_of, rows)) + END)


def line_of(values):
    cells = (pack(">i", -1) if value is None else pack(">i", len(value)) + value for value in values)
    return pack(">h", len(values)) + b"".join(cells)


def sort_in(shelf):
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL maintenance_work_mem = '{MEMORY}'")
        cursor.execute("SELECT gin_clean_pending_list(%s)", [shelf.table])


@transaction.atomic
def finish(shelf):
    with connection.cursor() as cursor:
        sort_in(shelf)
        cursor.execute(f"ALTER INDEX {shelf.table} SET (fastupdate = off)")
        cursor.execute(f"ALTER INDEX {shelf.table} RESET (gin_pending_list_limit)")
        cursor.execute(f"ANALYZE {shelf.entry_table}, {shelf.text_table}")
    return ()
