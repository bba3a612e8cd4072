"""The stories that the index names, as the search page prints them."""

from django.utils import timezone

from articles.kind import kind_of_stories
from articles.loaded import BYLINES, ILLUSTRATIONS, PLACES, TAGS, load_beside
from articles.models import Placement
from articles.reading import as_listed
from desk.composed_once import Question


def stories_of(keys):
    """In the order of the keys, whole, in a fixed number of queries. Whatever is not out (any more) is left out."""
    keys, now = list(keys), timezone.now()
    found = {story.pk: story for story in STORIES.ask(now=now, stories=keys)} if keys else {}
    load_beside(found.values(), PARTS, now=now, kind=kind_of_stories())
    return [found[key] for key in keys if key in found]


def in_print(now, stories):
    """Where each stands in print, the first page first."""
    rows = Placement.objects.published(now).filter(article__pk__in=stories).select_related("page__issue")
    return rows.order_by("page__issue__date", "page__issue__edition", "page__position", "page__label")


# As in lists, but with their text, since the words may stand anywhere in it.
STORIES = Question(lambda now, stories: as_listed(now).defer(None).filter(pk__in=stories).order_by())
PARTS = {
    "loaded_illustrations": ILLUSTRATIONS,
    "loaded_places": PLACES,
    "loaded_bylines": BYLINES,
    "loaded_tags": TAGS,
    "printed": Question(in_print),
}
