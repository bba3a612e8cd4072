"""
How many stories stand in a list, without counting them. The verbs that write the lists enter what came and what went
(ListingCount); a number is the sum of a few entries, less what waits for its hour, which the lists' index knows.
"""

from collections import Counter

from django.db import connection, transaction
from django.db.models import CharField, Count, IntegerField, OuterRef, Subquery, Sum
from django.db.models.functions import Cast, Coalesce, Left
from django.utils import timezone

from articles.models.listing import Kind, Listing, ListingCount
from articles.shown.words import list_of
from pagecache.changing import changed, is_on

LEADERS = {Kind.TAG: 200, Kind.CONTRIBUTOR: 300}  # so many does an index name
# Both tables in one statement: nobody publishes between the one and the other.
WRONG = """
    SELECT kind, key, SUM(number) FROM (
        SELECT kind, key, 1 AS number FROM articles_listing
        UNION ALL SELECT kind, key, -stories FROM articles_listingcount
    ) AS book GROUP BY kind, key HAVING SUM(number) <> 0 ORDER BY kind, key
"""


def enter(*, gained=(), lost=()):
    """(kind, key) of each row that came into the lists or left them, in the transaction that wrote it."""
    change = Counter(gained)
    change.subtract(lost)
    rows = [ListingCount(kind=kind, key=key, stories=by) for (kind, key), by in sorted(change.items()) if by]
    ListingCount.objects.bulk_create(rows)


def counted(records, kind, key):
    """The records with `stories`, how many readers find under each: two short looks into indexes for a record."""
    key = Cast(OuterRef(key), CharField())
    entered = _number(ListingCount.objects.filter(kind=kind, key=key), Sum("stories"))
    ahead = _number(Listing.objects.filter(kind=kind, key=key, published_at__gt=timezone.now()), Count("pk"))
    return records.annotate(stories=entered - ahead)


def counts_of_days(first, last):
    """{"2023-03-02": stories that came out that day}, of the days that have any, up to today."""
    days = ListingCount.objects.filter(kind=Kind.DAY, key__range=(first.isoformat(), last.isoformat()))
    ahead = Listing.objects.filter(kind=Kind.DAY, key=OuterRef("key"), published_at__gt=timezone.now())
    out = days.order_by().values("key").annotate(out=Sum("stories") - _number(ahead, Count("pk")))
    return {row["key"]: row["out"] for row in out.filter(out__gt=0)}


def years_of_days(*, before):
    """{2023, 2022}: the years in which stories came out before that day."""
    days = ListingCount.objects.filter(kind=Kind.DAY, key__lt=before.isoformat()).order_by()
    return {int(year) for year in days.annotate(year=Left("key", 4)).values_list("year", flat=True).distinct()}


def fullest(kind, most):
    """Keys of the lists with the most stories. After settle() a list has one entry or few, and the large ones lead."""
    entries = ListingCount.objects.filter(kind=kind, stories__gt=0).order_by("-stories", "pk")
    return list(dict.fromkeys(entries.values_list("key", flat=True)[: 2 * most]))[:most]


def settle():
    """A duty of the night: where a list has many entries, one says the same. Each list by itself, held shortly."""
    many = ListingCount.objects.values("kind", "key").annotate(entries=Count("pk")).filter(entries__gt=1).order_by()
    lists = list(many.values_list("kind", "key"))
    leading = leaders() if is_on() else {}
    for kind, key in lists:
        settle_list(kind, key)
    if is_on():
        changed(*(("index", kind) for kind, keys in leaders().items() if keys != leading[kind]))
    return len(lists)


@transaction.atomic
def settle_list(kind, key):
    """Those very entries, and none that comes meanwhile. Held, so that two at this never enter a sum twice."""
    rows = list(ListingCount.objects.select_for_update().filter(kind=kind, key=key).order_by("pk"))
    ListingCount.objects.filter(pk__in=[row.pk for row in rows]).delete()
    enter(gained=Counter({(kind, key): sum(row.stories for row in rows)}))


def wrong_counts():
    """[(kind, key, by how much the number is too low)]: reads both tables whole, for `manage.py recount`."""
    with connection.cursor() as cursor:
        cursor.execute(WRONG)
        return [(kind, key, int(number)) for kind, key, number in cursor.fetchall()]


def recount():
    """Enters what is missing. Returns how many numbers were wrong; what is published meanwhile enters itself."""
    wrong = wrong_counts()
    say_numbers({(kind, key) for kind, key, _number in wrong})
    enter(gained=Counter({(kind, key): number for kind, key, number in wrong}))
    return len(wrong)


def leaders():
    """Whom the indexes name first. Where a list's many entries become one it may come among them."""
    return {kind: set(fullest(kind, most + 1)[:most]) for kind, most in LEADERS.items()}


def say_numbers(lists):
    """Where those numbers are printed."""
    changed(*(("list", list_of(kind, key)) for kind, key in lists))
    changed(*(("year", key[:4]) if kind == Kind.DAY else ("index", kind) for kind, key in lists))


def _number(rows, of):
    summed = rows.order_by().values("kind").annotate(number=of).values("number")
    return Coalesce(Subquery(summed, output_field=IntegerField()), 0)
