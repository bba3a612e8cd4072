"""Which lists a story stands in: the rows that region, contributor, column, tag and channel pages read."""

from django.contrib.contenttypes.models import ContentType

from articles.models.article import Article
from articles.models.listing import Kind, Listing
from articles.models.place import ArticleRegion
from bylines.models import Byline


def relist(article):
    """Writes the story's listing rows anew. A story that is neither out nor scheduled has none."""
    if article.published_at is None or article.is_withdrawn:
        article.listings.all().delete()
        return
    entries = listing_keys(article)
    stale = [row.pk for row in article.listings.all() if (row.kind, row.key) not in entries]
    Listing.objects.filter(pk__in=stale).delete()
    Listing.objects.bulk_create(
        [
            Listing(kind=kind, key=key, published_at=article.published_at, article=article)
            for kind, key in sorted(entries)
        ],
        update_conflicts=True,
        unique_fields=["kind", "key", "article"],
        update_fields=["published_at"],
    )


def relist_all(articles):
    """The same for many that have one hour, or none, in a fixed number of queries."""
    Listing.objects.filter(article__in=articles).delete()
    going = [article for article in articles if article.published_at and not article.is_withdrawn]
    keys = listing_keys_of(going)
    Listing.objects.bulk_create(
        [
            Listing(kind=kind, key=key, published_at=article.published_at, article=article)
            for article in going
            for kind, key in sorted(keys[article.pk])
        ]
    )


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
    filed = {Kind.COLUMN: article.column_id, Kind.CHANNEL: article.channel_id}
    return {(kind, str(pk)) for kind, pk in filed.items() if pk}


def _credited(articles):
    """Those who wrote a story and those whose pictures stand in it."""
    yield from Byline.objects.filter(article__in=articles).values_list("article", "contributor")
    shown = Byline.objects.filter(photo__illustrations__article__in=articles)
    yield from shown.values_list("photo__illustrations__article", "contributor")
