"""
Older stories that have something in common with one: its column, its places, its people. Older only, so that a new
story changes no old page. One query, however many lists the story stands in.
"""

from collections import Counter
from functools import cache

from django.db.models.expressions import RawSQL
from django.utils import timezone

from articles.models import Article, Listing
from articles.models.article import out
from articles.models.listing import Kind
from articles.shown.words import HEADLINE, RELATED
from desk.composed_once import Question
from pagecache.showing import shows
from regions.models import Region

MOST = 6
OF_EACH_LIST = 6
LISTS = 10  # a story by many hands is not looked up under all of them
# One walk down the lists' index. Written by hand: Django takes longer to build ten of them than the database to go
# them. Cut off inside, since SQLite takes no LIMIT in the parts of a UNION.
NEWEST = """
    SELECT id FROM (
        SELECT id FROM articles_listing WHERE kind = %s AND key = %s AND published_at < %s
        ORDER BY published_at DESC, article_id DESC LIMIT %s
    ) AS newest
"""


def older_related(article, credits, places):
    """Those that share most with the story first, then the newest; each once, with its headline and hour only."""
    lists = list(dict.fromkeys(_lists_of(article, credits, places)))[:LISTS]
    if not lists:
        return []
    shows(RELATED, article.pk)
    shared = Counter(_newest_before(article, lists))
    rows = sorted(shared, key=lambda row: (shared[row], row[2], row[0]), reverse=True)[:MOST]
    shows(HEADLINE, *(pk for pk, _headline, _hour in rows))
    return [Article(pk=pk, headline=headline, published_at=hour) for pk, headline, hour in rows]


def _lists_of(article, credits, places):
    if article.column_id:
        yield Kind.COLUMN, article.column_id
    for place in places:
        shows("regions_above", place.region_id)  # a town leads to the stories of its county too
        yield Kind.REGION, place.region.code
        if place.region.level == Region.Level.TOWN and place.region.parent:
            yield Kind.REGION, place.region.parent.code
    for credit in credits:
        yield Kind.CONTRIBUTOR, credit.contributor_id


def _newest_before(article, lists):
    """(id, headline, hour) for each list that a story stands in."""
    named = {f"kind_{at}": kind.value for at, (kind, _key) in enumerate(lists)}
    named |= {f"key_{at}": str(key) for at, (_kind, key) in enumerate(lists)}
    return newest_of(len(lists)).ask(now=timezone.now(), story=article.pk, before=article.published_at, **named)


@cache
def newest_of(lists):
    """The question for so many lists. The second look at the article trusts no stale row."""

    def rows(now, story, before, **named):
        asked = [
            part for at in range(lists) for part in (named[f"kind_{at}"], named[f"key_{at}"], before, OF_EACH_LIST)
        ]
        newest = RawSQL(" UNION ALL ".join([NEWEST] * lists), asked)  # noqa: S611 - what is asked is always a parameter
        found = Listing.objects.filter(out(now, story="article__"), pk__in=newest).exclude(article=story)
        return found.order_by().values_list("article_id", "article__headline", "published_at")

    return Question(rows, *(f"{part}_{at}" for at in range(lists) for part in ("kind", "key")))
