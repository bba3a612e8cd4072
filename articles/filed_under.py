"""Under which keys a story stands in lists, and is found."""

from django.db.models import CharField, Value
from django.db.models.functions import Cast
from django.utils import timezone

from articles.kind import kind_of_stories
from articles.models.article import Article
from articles.models.listing import Kind
from articles.models.place import ArticleRegion
from bylines.models import Byline
from desk.composed_once import Question


def listing_keys(article):
    """The set of (kind, key) under which readers find the story."""
    return listing_keys_of([article])[article.pk]


def listing_keys_of(articles):
    """{story's key: its keys}, of many, in one query."""
    keys = {article.pk: _own_keys(article) for article in articles}
    for article, kind, *found in _found_under.ask(articles=list(keys), kind_of_record=kind_of_stories()):
        keys[article] |= {(Kind(kind), key) for key in found if key}
    return keys


def _own_keys(article):
    filed = {Kind.COLUMN: article.column_id, Kind.CHANNEL: article.channel_id, Kind.DAY: day_of(article)}
    return {(kind, str(key)) for kind, key in filed.items() if key}


def day_of(article):
    """On the newsroom's clock. None for a story without an hour."""
    return timezone.localdate(article.published_at) if article.published_at else None


def _places(articles):
    """(story's key, kind, a region with those above it)."""
    kind = Value(Kind.REGION.value, CharField())
    codes = [f"region__{'parent__' * steps}code" for steps in range(4)]
    return ArticleRegion.objects.filter(article__in=articles).order_by().values_list("article", kind, *codes)


def _people(articles):
    """In rows of the same shape: those who wrote a story, and those whose pictures stand in it."""
    own = Byline.objects.filter(article__in=articles)
    shown = Byline.objects.filter(photo__illustrations__article__in=articles)
    yield _rows(own, "article", Kind.CONTRIBUTOR, "contributor")
    yield _rows(shown, "photo__illustrations__article", Kind.CONTRIBUTOR, "contributor")


def _tags(articles, kind_of_record):
    tagged = Article.tags.through.objects.filter(content_type=kind_of_record, object_id__in=articles)
    return _rows(tagged, "object_id", Kind.TAG, "tag")


@Question
def _found_under(articles, kind_of_record):
    return _places(articles).union(*_people(articles), _tags(articles, kind_of_record), all=True)


def _rows(rows, article, kind, key):
    none = Value("", CharField())
    return rows.order_by().values_list(
        article, Value(kind.value, CharField()), Cast(key, CharField()), none, none, none
    )
