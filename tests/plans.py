"""
How a database finds the rows of a query, as EXPLAIN tells it, and whether it reads all of a large table for them.

SQLite goes by the shape of tables and indexes alone and so plans for a few rows as for a million. PostgreSQL is told to
read no table whole wherever an index could do: what it still reads whole, no index could have found.
"""

import re
from contextlib import contextmanager

from django.db import connection
from django.test.utils import CaptureQueriesContext

# What grows with the archive.
LARGE = {
    "articles_article",
    "articles_articleregion",
    "articles_illustration",
    "articles_issue",
    "articles_listing",
    "articles_page",
    "articles_placement",
    "articles_printed",
    "articles_revision",
    "bylines_byline",
    "desk_auditentry",
    "django_redirect",
    "media_photo",
    "taggit_taggeditem",
}
NODE = re.compile(r"(Seq|Index|Index Only) Scan(?: Backward)?(?: using \S+)? on (\w+)")
LOOP = re.compile(r"(SCAN|SEARCH) (\w+)(?: USING (?:COVERING )?(?:INDEX \w+|INTEGER PRIMARY KEY))?(?: \((.*)\))?")
ALIAS = re.compile(r'"(\w+)" ([A-Z]+\d+)\b')
SORTED = "USE TEMP B-TREE FOR ORDER BY"


def plan_of(sql):
    ask = "EXPLAIN QUERY PLAN" if connection.vendor == "sqlite" else "EXPLAIN (COSTS OFF)"
    with connection.cursor() as cursor:
        cursor.execute(f"{ask} {sql}")
        return [str(row[-1]) for row in cursor.fetchall()]


# Whatever ANALYZE has noted of the tables, by a test before or by the server itself: they hold a row or two just then.
FORGET = (
    "DELETE FROM pg_statistic USING pg_class WHERE starelid = pg_class.oid AND relname = ANY(%s)",
    "UPDATE pg_class SET relpages = 0, reltuples = -1 WHERE relname = ANY(%s)",
)


@contextmanager
def only_by_index():
    """PostgreSQL would read our few rows whole, which is quicker, and join them so."""
    ways, forget = ([], ()) if connection.vendor == "sqlite" else (["seqscan", "hashjoin", "mergejoin"], FORGET)
    with connection.cursor() as cursor:
        for statement in forget:
            cursor.execute(statement, [list(LARGE)])
        for way in ways:
            cursor.execute(f"SET LOCAL enable_{way} = off")
        yield
        for way in ways:
            cursor.execute(f"RESET enable_{way}")


def whole_readings(act):
    """[(the line of the plan, the query)] of what act() asks."""
    with CaptureQueriesContext(connection) as queries:
        act()
    asked = [query["sql"] for query in queries if query["sql"].lstrip().upper().startswith(("SELECT", "WITH"))]
    with only_by_index():
        return [(line, sql) for sql in dict.fromkeys(asked) for line in whole_in(plan_of(sql), sql)]


def whole_in(plan, sql):
    """Lines that read a large table from end to end: a walk along an index that stops at a LIMIT does not."""
    named = {table: table for table in LARGE} | {alias: table for table, alias in ALIAS.findall(sql)}
    lines = of_sqlite(plan) if connection.vendor == "sqlite" else of_postgresql(plan)
    stops = "LIMIT" in sql and not any(SORTED in line for line in plan)
    return [line for line, name in lines if named.get(name) in LARGE and not (stops or is_cut_off(name, sql))]


def is_cut_off(alias, sql):
    """Whether the subquery that reads the table under that alias has a LIMIT of its own."""
    if alias in LARGE or f'" {alias} ' not in sql:
        return False
    depth, rest = 0, sql.partition(f'" {alias} ')[2]
    for at, sign in enumerate(rest):
        depth += (sign == "(") - (sign == ")")
        if depth < 0:
            return "LIMIT" in rest[:at]
    return False


def of_sqlite(plan):
    """A search by a bound alone, without an equal sign, reads whatever lies beyond it."""
    for line in plan:
        found = LOOP.match(line)
        if found and (found[1] == "SCAN" or (found[3] and "=" not in found[3])):
            yield line, found[2]


def of_postgresql(plan):
    for number, line in enumerate(plan):
        found = NODE.search(line)
        condition = plan[number + 1] if number + 1 < len(plan) else ""
        if found and (found[1] == "Seq" or ("Index Cond" not in condition)):
            yield line, found[2]
