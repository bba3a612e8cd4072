"""
How many stories stand in a list, without counting them. The verbs that write the lists enter what came and what went
(ListingCount); a number is the sum of a few entries, less what waits for its hour, which the lists' index knows.
"""

from collections import Counter
from datetime import date

from django.db import connection, transaction
from django.db.models import BooleanField, Count, Func, IntegerField, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone

from articles.bundles import BITS
from articles.models.listing import BUNDLE, Kind, Listing, ListingCount
from articles.shown.words import list_of
from desk.composed_once import Asked
from desk.reading import reading
from pagecache.changing import changed, is_on

LEADERS = {Kind.TAG: 200, Kind.CONTRIBUTOR: 300}  # so many does an index name
# Both tables in one statement: nobody publishes between the one and the other.
# A story stands in the list of one day, and so once in its bundle.
WRONG = """
    SELECT kind, key, SUM(number) FROM (
        SELECT kind, key, 1 AS number FROM articles_listing
        UNION ALL SELECT %(bundle)s, CAST(article_id >> %(bits)s AS varchar(20)), 1 FROM articles_listing
        WHERE kind = 'day'
        UNION ALL SELECT kind, key, -stories FROM articles_listingcount
    ) AS book GROUP BY kind, key HAVING SUM(number) <> 0 ORDER BY kind, key
"""
# From one year's last day to that of the year before: as many looks into the index as there are years.
YEARS = """
    WITH RECURSIVE last(key) AS (
        SELECT MAX(key) FROM articles_listingcount WHERE kind = %s AND key < %s
        UNION ALL
        SELECT (SELECT MAX(key) FROM articles_listingcount WHERE kind = %s AND key < SUBSTR(last.key, 1, 4))
        FROM last WHERE last.key IS NOT NULL
    ) SELECT key FROM last WHERE key IS NOT NULL
"""
# Of a record whose column is `key`. By hand: a list asks it of its record and of every place below, and Django takes
# longer to compose it than the database to look.
NUMBER = """
    COALESCE((
        SELECT SUM(stories) FROM articles_listingcount WHERE kind = %s AND key = CAST({key} AS varchar(100))
    ), 0) - (
        SELECT COUNT(*) FROM articles_listing
        WHERE kind = %s AND key = CAST({key} AS varchar(100)) AND published_at > %s
    )
"""
ANY = """
    EXISTS(
        SELECT 1 FROM articles_listing
        WHERE kind = %s AND key = CAST({key} AS varchar(100)) AND published_at <= %s
    )
"""
RECOUNTING = 7_205_759_403  # the number of the lock under which the lists are counted, on PostgreSQL


def enter(*, gained=(), lost=(), bundled=()):
    """
    (kind, key) of each row that came into the lists or left them, in the transaction that wrote it; with the entries of
    the stories' bundles.
    """
    change = Counter(gained)
    change.subtract(lost)
    rows = [ListingCount(kind=kind, key=key, stories=by) for (kind, key), by in sorted(change.items()) if by]
    ListingCount.objects.bulk_create([*rows, *bundled])


class OfKey(Func):
    """SQL by hand about a column of the records, under whatever name the query has their table."""

    def __init__(self, sql, column, *params, output_field):
        super().__init__(column, output_field=output_field)
        self.sql, self.params = sql, params

    def as_sql(self, compiler, connection, **extra):  # type: ignore[override]
        column, _params = compiler.compile(self.source_expressions[0])
        return self.sql.format(key=column), self.params


def counted(records, kind, key, at=None):
    """The records with `stories`, how many readers find under each: two short looks into indexes for a record."""
    number = OfKey(NUMBER, key, str(kind), str(kind), _moment(at), output_field=IntegerField())
    return records.annotate(stories=number)


def having_stories(records, kind, key, at=None):
    """Those of the records that have a published story: one short look into the index for each."""
    return records.filter(OfKey(ANY, key, str(kind), _moment(at), output_field=BooleanField()))


def with_stories(records, kind, key="pk", at=None):
    """Those that have a published story, with their number."""
    return counted(having_stories(records, kind, key, at), kind, key, at)


def _moment(at):
    if isinstance(at, Asked):
        return at
    return Listing._meta.get_field("published_at").get_db_prep_value(at or timezone.now(), connection)


def counts_of_days(first, last):
    """{"2023-03-02": stories that came out that day}, of the days that have any, up to today."""
    days = ListingCount.objects.filter(kind=Kind.DAY, key__range=(first.isoformat(), last.isoformat()))
    ahead = Listing.objects.filter(kind=Kind.DAY, key=OuterRef("key"), published_at__gt=timezone.now())
    out = days.order_by().values("key").annotate(out=Sum("stories") - _number(ahead, Count("pk")))
    return {row["key"]: row["out"] for row in out.filter(out__gt=0)}


def years_of_days(*, before):
    """{2023, 2022}: the years in which stories came out before that day."""
    with reading().cursor() as cursor:
        cursor.execute(YEARS, [Kind.DAY, before.isoformat(), Kind.DAY])
        return {int(day[:4]) for (day,) in cursor.fetchall()}


def fullest(kind, most):
    """Keys of the lists with the most stories. After settle() a list has one entry or few, and the large ones lead."""
    entries = ListingCount.objects.filter(kind=kind, stories__gt=0).order_by("-stories", "pk")
    return list(dict.fromkeys(entries.values_list("key", flat=True)[: 2 * most]))[:most]


def settle():
    """A duty of the night: where a list has many entries, one says the same. Each list by itself, held shortly."""
    many = past().values("kind", "key").annotate(entries=Count("pk")).filter(entries__gt=1).order_by()
    lists = list(many.values_list("kind", "key"))
    leading = leaders() if is_on() else {}
    for kind, key in lists:
        settle_list(kind, key)
    if is_on():
        changed(*(page for page, told in leaders().items() if told != leading[page]))
    return len(lists)


@transaction.atomic
def settle_list(kind, key):
    """Those very entries, and none that comes meanwhile. Held, so that two at this never enter a sum twice."""
    rows = list(past().select_for_update().filter(kind=kind, key=key).order_by("pk"))
    ListingCount.objects.filter(pk__in=[row.pk for row in rows]).delete()
    stories, at = sum(row.stories for row in rows), max((row.at for row in rows if row.at), default=None)
    if stories:
        ListingCount(kind=kind, key=key, stories=stories, at=at).save()


def past():
    """What a bundle will say at an hour to come stays an entry of its own until then."""
    return ListingCount.objects.filter(Q(at=None) | Q(at__lte=timezone.now()))


def wrong_counts():
    """[(kind, key, by how much the number is too low)]: reads both tables whole, for `manage.py recount`."""
    with connection.cursor() as cursor:
        cursor.execute(WRONG, {"bundle": BUNDLE, "bits": BITS})
        return [(kind, key, int(number)) for kind, key, number in cursor.fetchall()]


@transaction.atomic
def recount():
    """
    Enters what is missing. Returns how many numbers were wrong; what is published meanwhile enters itself. One after
    the other: the second of two at once finds everything put right.
    """
    if connection.vendor == "postgresql":  # on SQLite a transaction is alone anyway
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [RECOUNTING])
    wrong, now = wrong_counts(), timezone.now()
    say_numbers({(kind, key) for kind, key, _number in wrong})
    ListingCount.objects.bulk_create(
        [
            ListingCount(kind=kind, key=key, stories=number, at=now if kind == BUNDLE else None)
            for kind, key, number in wrong
        ]
    )
    return len(wrong)


def leaders():
    """Whom the indexes name first, and which years there are: that may change where many entries become one or none."""
    named = {("index", kind): set(fullest(kind, most + 1)[:most]) for kind, most in LEADERS.items()}
    return named | {("years", "all"): years_of_days(before=date.max)}


def say_numbers(lists):
    """Where those numbers are printed."""
    bundles = {(kind, key) for kind, key in lists if kind == BUNDLE}
    changed(*(("list", list_of(kind, key)) for kind, key in lists - bundles))
    changed(*(("year", key[:4]) if kind == Kind.DAY else ("index", kind) for kind, key in lists - bundles))
    changed(*(("sitemap", "index") for _bundle in bundles))


def _number(rows, of):
    summed = rows.order_by().values("kind").annotate(number=of).values("number")
    return Coalesce(Subquery(summed, output_field=IntegerField()), 0)
