"""
The index on PostgreSQL: a tsvector beside each entry, without positions, and a GIN index over it.

GIN knows no order: it gathers all that has the tokens, and sorts. So a question about tokens that many entries have is
put to a span of months at a time, from the newest, by tokens of the same index: each span holds about as many as are
wanted (search.spans).
"""

from django.db import connection

from search.sheets import tokens_of_text
from search.spans import spans

AT_ONCE = 100  # rows of a statement: each has some hundred tokens


def add(shelf, rows):
    """rows: entries with the columns of their texts. Gives back the places of those that found theirs free."""
    added = set()
    for start in range(0, len(rows), AT_ONCE):
        added |= _insert(shelf, rows[start : start + AT_ONCE])
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
    """[(place, key)] of what has all that is wanted, the newest first."""
    found = []
    for first, end, months in spans(shelf, wanted, limit):
        found += _find_in(shelf, wanted, first, end, months, limit - len(found))
        if len(found) >= limit:
            break
    return found


def _find_in(shelf, wanted, first, end, months, limit):
    """What is found is put in order before any text is looked at, so that no more of them are than are wanted."""
    source, values = (shelf.entry_table, [])
    if wanted.tokens:
        # A function of ours (search/migrations/0003): the planner would read the table instead of the index.
        source, values = (f"{shelf.table}_with(%s::tsquery)", [matching(wanted, months)])
    conditions, values = ["place >= %s", "place < %s"], [*values, first, end]
    if shelf.only_out:
        conditions.append("published_at <= %s")
        values.append(wanted.now)
    says = ""
    if wanted.patterns:  # a value and no join, which might lose the order
        told = "SELECT bool_and(strpos(t.text, said) > 0) FROM unnest(%s::text[]) said"
        says = f" WHERE (SELECT ({told}) FROM {shelf.text_table} t WHERE t.place = found.place)"
        values.append(list(wanted.patterns))
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH found AS MATERIALIZED (SELECT place, key FROM {source} WHERE {' AND '.join(conditions)})"
            f" SELECT place, key FROM (SELECT * FROM found ORDER BY place DESC OFFSET 0) found{says} LIMIT %s",
            [*values, limit],
        )
        return cursor.fetchall()


def matching(wanted, months):
    """Every token in quotes. None has a quote of its own: it is made of letters and digits, or of a filter's marks."""
    asked = " & ".join(map(quoted, wanted.tokens))
    if months:
        asked += f" & ({' | '.join(map(quoted, months))})"
    if wanted.without:
        asked += f" & !({' & '.join(map(quoted, wanted.without))})"
    return asked


def quoted(token):
    escaped = token.replace("\\", "\\\\").replace("'", "''")
    return f"'{escaped}'"
