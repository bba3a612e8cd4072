"""Which lists a story stands in: the rows that region, contributor, column, tag and channel pages read."""

from django.db.models import Q

from articles.models.article import Article
from articles.models.listing import Kind, Listing
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


def relist_stories_of(region):
    """After it has come under another one. Stories of the regions below stand in its list, and so are found there."""
    listed = Listing.objects.of(Kind.REGION, region.code).values("article")
    for article in list(Article.objects.filter(pk__in=listed).defer("body")):
        relist(article)


def listing_keys(article):
    """The set of (kind, key) under which readers find the story."""
    keys = {(Kind.REGION, code) for code in _region_codes(article)}
    keys |= {(Kind.CONTRIBUTOR, str(pk)) for pk in _contributor_ids(article)}
    keys |= {(Kind.TAG, str(pk)) for pk in article.tags.values_list("pk", flat=True)}
    if article.column_id:
        keys.add((Kind.COLUMN, str(article.column_id)))
    if article.channel_id:
        keys.add((Kind.CHANNEL, str(article.channel_id)))
    return keys


def _region_codes(article):
    for place in article.places.select_related("region__parent__parent__parent"):
        for region in place.region.self_and_ancestors():
            yield region.code


def _contributor_ids(article):
    """Those who wrote the story and those whose pictures stand in it."""
    credited = Q(article=article) | Q(photo__illustrations__article=article)
    return Byline.objects.filter(credited).values_list("contributor_id", flat=True)
