"""
Older stories that have something in common with one: its column, its places, its people. Older only, so that a new
story changes no old page. One query, however many lists the story stands in.
"""

from collections import defaultdict

from articles.models import Article, Listing
from articles.models.article import out
from articles.models.listing import Kind
from articles.shown.words import HEADLINE
from pagecache.showing import shows
from regions.models import Region

MOST = 6
OF_EACH_LIST = 6
LISTS = 10  # a story by many hands is not looked up under all of them


def older_related(article, credits, places):
    """Those that share most with the story first, then the newest; each once, with its headline and hour only."""
    lists = list(dict.fromkeys(_lists_of(article, credits, places)))[:LISTS]
    if not lists:
        return []
    first, *others = [_newest_before(article, kind, key) for kind, key in lists]
    shared = defaultdict(int)
    for row in first.union(*others, all=True):
        shared[row] += 1
    rows = sorted(shared, key=lambda row: (shared[row], row[2], row[0]), reverse=True)[:MOST]
    shows(HEADLINE, *(pk for pk, _headline, _hour in rows))
    return [Article(pk=pk, headline=headline, published_at=hour) for pk, headline, hour in rows]


def _lists_of(article, credits, places):
    if article.column_id:
        yield Kind.COLUMN, article.column_id
    for place in places:
        yield Kind.REGION, place.region.code
        if place.region.level == Region.Level.TOWN and place.region.parent:
            yield Kind.REGION, place.region.parent.code
    for credit in credits:
        yield Kind.CONTRIBUTOR, credit.contributor_id


def _newest_before(article, kind, key):
    """Cut off inside, since SQLite takes no LIMIT in the parts of a UNION. The second look trusts no stale row."""
    newest = Listing.objects.of(kind, key).filter(published_at__lt=article.published_at)[:OF_EACH_LIST]
    rows = Listing.objects.filter(out(story="article__"), pk__in=newest.values("pk")).exclude(article=article.pk)
    return rows.order_by().values_list("article_id", "article__headline", "published_at")
