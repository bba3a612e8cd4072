"""The stories that the index names, as the search page prints them."""

from django.db.models import Prefetch

from articles.models import Placement
from articles.reading import stories_for_lists
from bylines.models import Byline


def stories_of(keys):
    """In the order of the keys, whole, in a fixed number of queries. Whatever is not out (any more) is left out."""
    stories = stories_to_search().in_bulk(keys)
    return [stories[key] for key in keys if key in stories]


def stories_to_search():
    """As in lists, but with their text, since the words may stand anywhere in it; with who wrote them and where."""
    printed = Placement.objects.published().select_related("page__issue")
    printed = printed.order_by("page__issue__date", "page__issue__edition", "page__position", "page__label")
    return (
        stories_for_lists()
        .defer(None)
        .prefetch_related(
            Prefetch("bylines", Byline.objects.order_by("order", "pk")),
            "tags",
            Prefetch("placements", printed, to_attr="printed"),
        )
    )
