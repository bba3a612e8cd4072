"""
What stands on the pages of an issue, as far as maps, headlines and links need it. No records: an issue would make a
hundred and thirty of them, for five values each.
"""

from django.utils import timezone

from articles.models import Placement
from articles.shown.words import HEADLINE
from desk.addresses import numbered
from desk.composed_once import Question
from pagecache.showing import shows

PLACED = Question(
    lambda now, issue: (
        Placement.objects.published(now)
        .filter(page__issue=issue)
        .values_list("page_id", "hotspot", "article_id", "article__headline", "article__length")
    )
)


class Headed:
    """A published story with its headline."""

    __slots__ = ("headline", "length", "loaded_illustrations", "pk")

    def __init__(self, pk, headline, length):
        self.pk, self.headline, self.length = pk, headline, length

    def get_absolute_url(self):
        return numbered("article_page", self.pk)


class Placed:
    """It on a page."""

    __slots__ = ("article", "article_id", "hotspot", "page_id")

    def __init__(self, page_id, hotspot, article):
        self.page_id, self.hotspot, self.article, self.article_id = page_id, hotspot, article, article.pk


def stories_placed(issue):
    """What of an issue may be read, in the order of each page."""
    rows = PLACED.ask(now=timezone.now(), issue=issue.pk)
    placed = [Placed(page_id, hotspot, Headed(*story)) for page_id, hotspot, *story in rows]
    shows(HEADLINE, *(each.article_id for each in placed))
    return placed
