"""Under which keys a story stands in lists, and is found."""

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from articles.models.article import Article
from articles.models.listing import Kind
from articles.models.place import ArticleRegion
from bylines.models import Byline


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


def _credited(articles):
    """Those who wrote a story and those whose pictures stand in it."""
    yield from Byline.objects.filter(article__in=articles).values_list("article", "contributor")
    shown = Byline.objects.filter(photo__illustrations__article__in=articles)
    yield from shown.values_list("photo__illustrations__article", "contributor")
