"""
A story leads to older ones of its lists (articles.related), six of each. So one that comes into a list among older
ones, or leaves it, changes what the next newer ones of that list lead to, and no others. Stories of one issue have one
hour: none of them leads to another, and all of them to the same ones before.
"""

from django.db.models import Subquery
from django.db.models.functions import Coalesce, Now

from articles.models.listing import Kind, Listing
from articles.related import OF_EACH_LIST
from articles.shown.looks import under_a_region
from desk.batches import in_batches

AT_ONCE = 100  # SQLite takes 500 in one statement
LEADING = {Kind.COLUMN, Kind.REGION, Kind.CONTRIBUTOR}


def followers(filed):
    """Keys of stories."""
    moved = {(kind, key, one.story.published_at) for one in filed for kind, key in one.moved if kind in LEADING}
    places, found = sorted(moved), set()
    for some in in_batches(places, AT_ONCE):
        first, *others = [following(*place) for place in some]
        found.update(first.union(*others))
    return found - {one.story.pk for one in filed}


def following(kind, key, hour):
    """The next in the list, as far as they look into it: up to the hour before which there are enough others."""
    newer = Listing.objects.of(kind, key).published().filter(published_at__gt=hour)
    hours = newer.order_by("published_at", "article").values("published_at")
    rows = newer.filter(published_at__lte=Coalesce(Subquery(hours[OF_EACH_LIST - 1 : OF_EACH_LIST]), Now())).order_by()
    if kind == Kind.REGION:
        rows = rows.filter(under_a_region(key))
    return rows.values_list("article", flat=True)
