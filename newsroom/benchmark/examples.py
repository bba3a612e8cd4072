"""Of each kind of page one with much on it, found in the archive that is there."""

from functools import cached_property

from django.db.models import Count, Sum
from taggit.models import Tag

from articles.cursors import cursor_after
from articles.models import (
    Article,
    ArticleRegion,
    Channel,
    Column,
    Illustration,
    Listing,
    ListingCount,
    Page,
    Placement,
)
from articles.models.listing import Kind
from bylines.models import Byline, Contributor
from regions.models import Region

SEEN = 400  # of the newest printed stories, among which the example is looked for
PER_PAGE = 20
DEEP = 45  # the page whose cost is compared where others count pages


class NothingPrintedError(Exception):
    pass


class Examples:
    @cached_property
    def story(self):
        """With a picture, two names, a place, tags and a column, as far as there is such a one."""
        newest = Placement.objects.published().order_by("-article__published_at", "-article")
        keys = list(newest.values_list("article", flat=True)[:SEEN])
        if not keys:
            raise NothingPrintedError
        kinds = wishes(keys)
        return Article.objects.get(pk=max(keys, key=lambda key: sum(key in kind for kind in kinds)))

    @cached_property
    def page(self):
        """The page that the story stands on."""
        return Page.objects.published().filter(placements__article=self.story).select_related("issue").first()

    @property
    def issue(self):
        return self.page.issue

    @cached_property
    def province(self):
        return Region.objects.filter(code=fullest(Kind.REGION)).first()

    @cached_property
    def town(self):
        """The one with the fewest stories."""
        towns = Region.objects.filter(level=Region.Level.TOWN)
        keys = lists(Kind.REGION).filter(key__in=towns.values("code")).order_by("number", "key")
        return towns.filter(code=keys.values_list("key", flat=True).first()).first()

    @cached_property
    def contributor(self):
        return Contributor.objects.filter(pk=fullest(Kind.CONTRIBUTOR)).first()

    @cached_property
    def seldom(self):
        """Whoever has the fewest stories."""
        keys = lists(Kind.CONTRIBUTOR).order_by("number", "key").values_list("key", flat=True)
        return Contributor.objects.filter(pk=keys.first() or 0).first()

    @cached_property
    def column(self):
        return Column.objects.filter(pk=fullest(Kind.COLUMN)).first()

    @cached_property
    def channel(self):
        return Channel.objects.filter(pk=fullest(Kind.CHANNEL)).first()

    @cached_property
    def tag(self):
        return Tag.objects.filter(pk=fullest(Kind.TAG)).first()


def lists(kind):
    """Keys with their number of stories."""
    of_kind = ListingCount.objects.filter(kind=kind).order_by().values("key")
    return of_kind.annotate(number=Sum("stories")).filter(number__gt=0)


def fullest(kind):
    """The key of the list with the most stories; 0, which is nobody's, where nothing is listed."""
    return lists(kind).order_by("-number", "key").values_list("key", flat=True).first() or "0"


def wishes(keys):
    """Sets of those of the keys that have one of the things which make a page long."""
    stories = Article.objects.filter(pk__in=keys)
    two = Byline.objects.filter(article__in=keys).values("article").annotate(number=Count("pk")).filter(number__gte=2)
    return [
        set(Illustration.objects.filter(article__in=keys).values_list("article", flat=True)),
        set(two.values_list("article", flat=True)),
        set(ArticleRegion.objects.filter(article__in=keys).values_list("article", flat=True)),
        set(stories.filter(tags__isnull=False).values_list("pk", flat=True)),
        set(stories.filter(column__isnull=False).values_list("pk", flat=True)),
    ]


def stories_in(kind, key):
    return Listing.objects.of(kind, key).published()


def cursor_behind(kind, key, passed):
    """Where our list goes on behind so many stories."""
    row = stories_in(kind, key)[passed - 1]
    return cursor_after(row.published_at, row.article_id)
