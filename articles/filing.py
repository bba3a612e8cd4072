"""Which lists a story stands in: the rows that region, contributor, column, tag, channel and day pages read."""

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from articles.counting import enter
from articles.models.article import Article
from articles.models.listing import Kind, Listing
from articles.models.place import ArticleRegion
from bylines.models import Byline


def relist(article):
    """Writes the story's listing rows anew. A story that is neither out nor scheduled has none."""
    standing = {(row.kind, row.key): row.pk for row in article.listings.all()}
    entries = listing_keys(article) if is_listed(article) else set()
    lost = standing.keys() - entries
    Listing.objects.filter(pk__in=[standing[entry] for entry in lost]).delete()
    Listing.objects.bulk_create(
        _rows(article, entries),
        update_conflicts=True,
        unique_fields=["kind", "key", "article"],
        update_fields=["published_at"],
    )
    enter(gained=entries - standing.keys(), lost=lost)


def relist_all(articles):
    """The same for many that have one hour, or none, in a fixed number of queries."""
    standing = Listing.objects.filter(article__in=articles)
    lost = list(standing.order_by().values_list("kind", "key"))
    standing.delete()
    going = [article for article in articles if is_listed(article)]
    keys = listing_keys_of(going)
    rows = [row for article in going for row in _rows(article, keys[article.pk])]
    Listing.objects.bulk_create(rows)
    enter(gained=[(row.kind, row.key) for row in rows], lost=lost)


def is_listed(article):
    return article.published_at is not None and not article.is_withdrawn


def relist_stories_of(region):
    """After it has come under another one. Stories of the regions below stand in its list, and so are found there."""
    listed = Listing.objects.of(Kind.REGION, region.code).values("article")
    for article in list(Article.objects.filter(pk__in=listed).defer("body")):
        relist(article)


def listing_keys(article):
    """The set of (kind, key) under which readers find the story."""
    return listing_keys_of([article])[article.pk]


def listing_keys_of(articles):
    """{story's key: its keys}, of many, in four queries."""
    keys = {article.pk: _own_keys(article) for article in articles}
    for place in ArticleRegion.objects.filter(article__in=articles).select_related("region__parent__parent__parent"):
        keys[place.article_id] |= {(Kind.REGION, region.code) for region in place.region.self_and_ancestors()}
    for article, contributor in _credited(articles):
        keys[article].add((Kind.CONTRIBUTOR, str(contributor)))
    tagged = Article.tags.through.objects.filter(
        content_type=ContentType.objects.get_for_model(Article), object_id__in=[article.pk for article in articles]
    )
    for article, tag in tagged.values_list("object_id", "tag"):
        keys[article].add((Kind.TAG, str(tag)))
    return keys


def _own_keys(article):
    filed = {Kind.COLUMN: article.column_id, Kind.CHANNEL: article.channel_id, Kind.DAY: day_of(article)}
    return {(kind, str(key)) for kind, key in filed.items() if key}


def day_of(article):
    """On the newsroom's clock. None for a story without an hour."""
    return timezone.localdate(article.published_at) if article.published_at else None


def _rows(article, entries):
    """In one order always, so that two who write meet in none other."""
    return [
        Listing(kind=kind, key=key, published_at=article.published_at, article=article) for kind, key in sorted(entries)
    ]


def _credited(articles):
    """Those who wrote a story and those whose pictures stand in it."""
    yield from Byline.objects.filter(article__in=articles).values_list("article", "contributor")
    shown = Byline.objects.filter(photo__illustrations__article__in=articles)
    yield from shown.values_list("photo__illustrations__article", "contributor")
