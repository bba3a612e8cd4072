"""
The order in which rows are held: issue, stories (by key), pages, photos (by key). Whoever needs several kinds takes
them in this order, and whoever begins with a page or a photo first takes the stories that stand on it or show it. So
two who want the same rows wait in one line, and never for each other.

No more is taken than a save needs: rows that point at a held one may still be written.
"""

from django.apps import apps
from django.db.models import Q


def held(record):
    """The row as it is now, held until the transaction ends."""
    return hold(type(record).objects.filter(pk=record.pk)).get()


def hold(rows):
    """To be read by the caller: rows are held one after the other, as they are read."""
    return rows.select_for_update(no_key=True, of=("self",)).order_by("pk")


def hold_stories(**which):
    """All that are so, as they are now. Joins stay inside: only the stories themselves are held."""
    stories = apps.get_model("articles", "Article").objects
    return list(hold(stories.filter(pk__in=stories.filter(**which).values("pk"))))


def hold_stories_with(photos):
    """photos: their keys. For whoever holds the photos themselves next."""
    hold_stories(illustrations__photo__in=photos)


def hold_stories_on(*pages, coming=()):
    """coming: keys of the stories that are about to be put there."""
    stories = apps.get_model("articles", "Article").objects
    on_page = stories.filter(placements__page__in=pages).values("pk")
    list(hold(stories.filter(Q(pk__in=on_page) | Q(pk__in=coming))).values_list("pk"))
