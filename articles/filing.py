"""Which lists a story stands in: the rows that region, contributor, column, tag, channel and day pages read."""

from collections import defaultdict

from django.db import transaction

from articles.bundles import entries_of
from articles.counting import enter
from articles.filed_under import listing_keys, listing_keys_of
from articles.holding import hold
from articles.models.article import Article
from articles.models.listing import Kind, Listing
from articles.printed import print_first, reprint
from articles.searching import enter_stories
from articles.shown.lists import Filed, note_filed


def relist(article, *, is_entered=False):
    """
    Writes the story's listing rows anew, what it is found by, and its credits in print. A story that is neither out nor
    scheduled has none of those rows, and is found at the desk alone. Whoever calls holds the story: two at once would
    enter the same rows twice.
    is_entered: the search has it already, as it stands, and so have the credits in print.
    """
    rows = list(article.listings.all())
    standing = {(row.kind, row.key): row.pk for row in rows}
    keys = listing_keys(article)
    entries = keys if article.has_its_hour else set()
    lost = standing.keys() - entries
    if lost:
        Listing.objects.filter(pk__in=[standing[entry] for entry in lost]).delete()
    timely = {(row.kind, row.key) for row in rows if row.published_at == article.published_at}
    Listing.objects.bulk_create(
        _rows(article, entries - timely),
        update_conflicts=True,
        unique_fields=["kind", "key", "article"],
        update_fields=["published_at"],
    )
    was = next((row.published_at for row in rows), None)
    enter(gained=entries - standing.keys(), lost=lost, bundled=entries_of(article.pk, was=was, now=hour_of(article)))
    if not is_entered:
        reprint([article])
        enter_stories([article])
    note_filed([Filed(article, set(standing), entries, rows[0].published_at if rows else None)])


def relist_all(articles):
    """The same for many that have one hour, or none, in a fixed number of queries."""
    standing = Listing.objects.filter(article__in=articles)
    before = rows_by_story(standing)
    lost = [entry for rows in before.values() for entry in rows]
    standing.delete()
    was = {pk: next(iter(rows.values()), None) for pk, rows in before.items()}
    going = [article for article in articles if article.has_its_hour]
    keys = listing_keys_of(going)
    new = [row for article in going for row in _rows(article, keys[article.pk])]
    Listing.objects.bulk_create(new)
    enter(
        gained=[(row.kind, row.key) for row in new],
        lost=lost,
        bundled=[
            entry
            for article in articles
            for entry in entries_of(article.pk, was=was.get(article.pk), now=hour_of(article))
        ],
    )
    reprint(articles)
    enter_stories(articles)
    note_filed([_filed(article, before[article.pk], keys.get(article.pk, set())) for article in articles])


def list_first(articles):
    """Stories that came in whole and that no list has yet. What they are found by is built for all of them at once."""
    going = [article for article in articles if article.has_its_hour]
    keys = listing_keys_of(going)
    new = [row for article in going for row in _rows(article, keys[article.pk])]
    Listing.objects.bulk_create(new)
    bundled = [entry for one in going for entry in entries_of(one.pk, was=None, now=one.published_at)]
    enter(gained=[(row.kind, row.key) for row in new], bundled=bundled)
    print_first(articles)


def rows_by_story(rows):
    """{story: {(kind, key): hour}}"""
    found = defaultdict(dict)
    for story, kind, key, hour in rows.order_by().values_list("article", "kind", "key", "published_at"):
        found[story][kind, key] = hour
    return found


def hour_of(article):
    """From which readers find it; None where they do not."""
    return article.published_at if article.has_its_hour else None


def relist_stories_of(region):
    """After it has come under another one. Stories of the regions below stand in its list, and so are found there."""
    relist_by_key(
        list(Listing.objects.of(Kind.REGION, region.code).order_by("article").values_list("article", flat=True))
    )


def relist_by_key(keys):
    """Each story as it is when its turn comes, and held: it may be withdrawn or placed meanwhile."""
    for key in keys:
        with transaction.atomic():
            for article in hold(Article.objects.filter(pk=key).defer("body")):
                relist(article)


def _filed(article, before, now):
    return Filed(article, set(before), now, next(iter(before.values()), None))


def _rows(article, entries):
    """In one order always, so that two who write meet in none other."""
    return [
        Listing(kind=kind, key=key, published_at=article.published_at, article=article) for kind, key in sorted(entries)
    ]
