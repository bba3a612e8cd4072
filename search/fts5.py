"""
The index on SQLite: FTS5 without content, that keeps for each token the places where it stands and nothing else. It
walks them from the newest, and leaps where several tokens are asked for.
"""

from django.db import connection

from search.sheets import EVERY, tokens_of_text
from search.wanted import Sight


def add(shelf, rows):
    """rows: entries with the columns of their texts. Gives back the places of those that found theirs free: of all."""
    shelf.entries.objects.bulk_create([entry for entry, _text in rows], batch_size=500)
    _insert(shelf, rows)
    return {entry.place for entry, _text in rows}


def _insert(shelf, rows):
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {shelf.table} (rowid, tokens) VALUES (%s, %s)",
            sorted((row.place, " ".join(tokens_of_text(text))) for row, text in rows),
        )


def replace(shelf, rows):
    """rows: what stands there, with the columns of its new text. The entries stay."""
    take(shelf, [row for row, _text in rows])
    _insert(shelf, rows)


def take(shelf, rows):
    """With the tokens they were added with: without them FTS5 finds nothing to take, and strangers stay."""
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {shelf.table} ({shelf.table}, rowid, tokens) VALUES ('delete', %s, %s)",
            [(row.place, " ".join(tokens_of_text(row.text))) for row in rows if row.text["text"] is not None],
        )


def clear(shelf):
    shelf.texts.objects.all().delete()
    shelf.entries.objects.all().delete()
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO {shelf.table} ({shelf.table}) VALUES ('delete-all')")


def holds(shelf, row):
    """Whether it has all tokens of that entry."""
    asked = " AND ".join(map(quoted, sorted(tokens_of_text(row.text))))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT 1 FROM {shelf.table} WHERE {shelf.table} MATCH %s AND rowid = %s", [asked, row.place])
        return cursor.fetchone() is not None


def strangers(shelf):
    """Places in it that no entry has: they cost a look each, and show nothing."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT count(*) FROM {shelf.table} i LEFT JOIN {shelf.entry_table} e ON e.place = i.rowid"
            f" WHERE i.{shelf.table} MATCH %s AND e.place IS NULL",
            [quoted(EVERY)],
        )
        return cursor.fetchone()[0]


def find(shelf, wanted, limit):
    """The newest that have all that is wanted (search.wanted.Sight)."""
    source, conditions, values = asked_for(shelf, wanted)
    place = "i.rowid" if wanted.tokens else "e.place"
    says = " AND ".join(["instr(t.text, %s) > 0"] * len(wanted.patterns)) or "1"
    most = wanted.most_looked_at if wanted.patterns else limit
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT e.place, e.key, {says} FROM {source} WHERE {' AND '.join(conditions)}"
            f" ORDER BY {place} DESC LIMIT %s",
            [*wanted.patterns, *values, most],
        )
        return seen(cursor, limit, most)


def seen(rows, limit, most):
    """The rows are made while they are read: a text is not looked at that nobody asks for."""
    found = []
    for number, (place, key, says) in enumerate(rows, 1):
        if says:
            found.append((place, key))
        if len(found) == limit:
            break
        if number == most:
            return Sight(found, reached=place)
    return Sight(found)


def asked_for(shelf, wanted):
    """The tables, the conditions and their values."""
    source, conditions, values, place = f"{shelf.entry_table} e", [], [], "e.place"
    if wanted.tokens:
        place, source = "i.rowid", f"{shelf.table} i CROSS JOIN {shelf.entry_table} e ON e.place = i.rowid"
        conditions.append(f"i.{shelf.table} MATCH %s")
        values.append(matching(wanted))
    if wanted.patterns:
        source += f" CROSS JOIN {shelf.text_table} t ON t.place = e.place"
    conditions += [f"{place} >= %s", f"{place} < %s"]
    values += [wanted.first, wanted.end]
    if shelf.only_out:
        conditions.append("e.published_at <= %s")
        values.append(connection.ops.adapt_datetimefield_value(wanted.now))
    return source, conditions, values


def matching(wanted):
    """Every token in quotes. None has a quote of its own: it is made of letters and digits, or of a filter's marks."""
    asked = " AND ".join(map(quoted, wanted.tokens))
    if wanted.without:
        asked = f"({asked}) NOT ({' AND '.join(map(quoted, wanted.without))})"
    return asked


def quoted(token):
    return '"' + token.replace('"', '""') + '"'
