"""
The index on PostgreSQL: a tsvector beside each entry, without positions, and a GIN index over it.

GIN knows no order: it gathers all that has the tokens, and sorts. So a question about tokens that many entries have is
put to a span of months at a time, from the newest, by tokens of the same index: each span holds about as many as are
wanted (search.spans).
"""

from django.db import connection

from desk.batches import in_batches
from desk.reading import reading
from search.sheets import tokens_of_text
from search.spans import spans
from search.wanted import Sight

AT_ONCE = 100  # rows of a statement: each has some hundred tokens


def add(shelf, rows):
    """rows: entries with the columns of their texts. Gives back the places of those that found theirs free."""
    added = set()
    for some in in_batches(rows, AT_ONCE):
        added |= _insert(shelf, some)
    return added


def _insert(shelf, rows):
    values = [(entry.place, entry.key, entry.published_at, sorted(tokens_of_text(text))) for entry, text in rows]
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {shelf.entry_table} (place, key, published_at, tokens)"
            f" VALUES {', '.join(['(%s, %s, %s, array_to_tsvector(%s))'] * len(values))}"
            " ON CONFLICT (place) DO NOTHING RETURNING place",
            [column for row in values for column in row],
        )
        return {place for (place,) in cursor.fetchall()}


def replace(shelf, rows):
    """rows: what stands there, with the columns of its new text."""
    with connection.cursor() as cursor:
        cursor.executemany(
            f"UPDATE {shelf.entry_table} SET tokens = array_to_tsvector(%s) WHERE place = %s",
            [(sorted(tokens_of_text(text)), row.place) for row, text in rows],
        )


def take(shelf, rows):
    """The tokens go with their entries."""


def clear(shelf):
    with connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {shelf.entry_table}, {shelf.text_table}")


def holds(shelf, row):
    """Whether it has the tokens of that entry, and no others."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT tokens = array_to_tsvector(%s) FROM {shelf.entry_table} WHERE place = %s",
            [sorted(tokens_of_text(row.text)), row.place],
        )
        return cursor.fetchone() == (True,)


def strangers(shelf):
    """None: the tokens lie in the entries."""
    return 0


def find(shelf, wanted, limit):
    """The newest that have all that is wanted (search.wanted.Sight)."""
    found, looked_at, most = [], 0, wanted.most_looked_at if wanted.patterns else limit
    for first, end, months in spans(shelf, wanted, limit):
        near = candidates(shelf, wanted, first, end, months, most - looked_at)
        for some in portions(near, max(limit, looked_at)) if wanted.patterns else [near]:
            found += saying(shelf, wanted, some)
            if len(found) >= limit:
                return Sight(found[:limit])
        looked_at += len(near)
        if looked_at >= most:
            return Sight(found, reached=near[-1][0])
    return Sight(found)


def candidates(shelf, wanted, first, end, months, limit):
    """[(place, key)] of what has all tokens, the newest first, so many at most."""
    source, values = (shelf.entry_table, [])
    if wanted.tokens:
        # A function of ours (search/migrations/0005): the planner would read the table instead of the index.
        source, values = (f"{shelf.table}_with(%s::tsquery[])", [matching(wanted, months)])
    conditions, values = ["place >= %s", "place < %s"], [*values, first, end]
    if shelf.only_out:
        conditions.append("published_at <= %s")
        values.append(wanted.now)
    with reading().cursor() as cursor:
        cursor.execute(
            f"WITH found AS MATERIALIZED (SELECT place, key FROM {source} WHERE {' AND '.join(conditions)})"
            " SELECT place, key FROM found ORDER BY place DESC LIMIT %s",
            [*values, limit],
        )
        return cursor.fetchall()


def portions(rows, count):
    """Ever larger ones: mostly the first has enough."""
    at, count = 0, max(50, 2 * count)
    while at < len(rows):
        yield rows[at : at + count]
        at, count = at + count, count * 2


def saying(shelf, wanted, rows):
    """Those whose text says all of the patterns."""
    if not wanted.patterns:
        return rows
    with reading().cursor() as cursor:
        cursor.execute(
            f"SELECT place FROM {shelf.text_table} WHERE place = ANY(%s)"
            + " AND strpos(text, %s) > 0" * len(wanted.patterns),
            [[place for place, _key in rows], *wanted.patterns],
        )
        there = {place for (place,) in cursor.fetchall()}
    return [row for row in rows if row[0] in there]


def matching(wanted, months):
    """
    What is asked together, each by itself, so that GIN leaps from one to the other. Every token is in quotes and has
    none of its own: it is made of letters and digits, or of a filter's marks.
    """
    asked = [*map(quoted, wanted.tokens)]
    if months:
        asked.append(" | ".join(map(quoted, months)))
    if wanted.without:
        asked.append(f"!({' & '.join(map(quoted, wanted.without))})")
    return asked


def quoted(token):
    escaped = token.replace("\\", "\\\\").replace("'", "''")
    return f"'{escaped}'"
