"""
What stands in which sitemap. Stories, and the records that have lists, lie in files by their numbers, issues by their
years, since those never change: nothing moves from one file to another, a file is one walk along an index, and the
millionth story costs what the first one does. No COUNT and no OFFSET anywhere; the index of them all reads no stories.
"""

from datetime import timedelta
from itertools import islice
from typing import NamedTuple

from django.db.models import BigIntegerField, F, Prefetch, Sum
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils import timezone
from taggit.models import Tag

from articles.bundles import BITS, bundles
from articles.counting import having_stories
from articles.models import Article, Channel, Column, Issue, ListingCount, Page
from articles.models.listing import Kind
from articles.years import last_days
from bylines.models import Contributor
from regions.models import Region

MOST = 50_000
NEWS_DAYS = 2
MOST_NEWS = 1000
ALWAYS = (
    "front_page",
    "issue_calendar",
    "region_index",
    "channel_index",
    "column_index",
    "tag_index",
    "contributor_index",
    "corrections_page",
    "feed_index",
)
KINDS = {
    Kind.REGION: (Region.objects.all, "code"),
    Kind.CONTRIBUTOR: (Contributor.objects.all, "pk"),
    Kind.COLUMN: (Column.objects.all, "pk"),
    Kind.CHANNEL: (Channel.objects.all, "pk"),
    Kind.TAG: (Tag.objects.all, "pk"),
}
# What an address is made of.
NAMED = {Kind.REGION: "code", Kind.CONTRIBUTOR: "pk", Kind.COLUMN: "slug", Kind.CHANNEL: "slug", Kind.TAG: "slug"}


class Address(NamedTuple):
    path: str
    changed: object = None  # a moment
    story: object = None  # what a news sitemap says of it


def files():
    """Every sitemap that the index names, with when something in it last changed, as far as that is known."""
    yield Address(reverse("fixed_sitemap"))
    for kind in KINDS:
        for part in list_parts(kind):
            yield Address(reverse("list_sitemap", args=[kind.value, part]))
    last = Issue.objects.published().filter(date__in=last_days()).order_by("date", "published_at")
    for day, changed in dict(last.values_list("date", "published_at")).items():
        yield Address(reverse("issue_sitemap", args=[day.year]), changed)
    for number, changed in bundles():
        yield Address(reverse("story_sitemap", args=[number]), changed)


def list_parts(kind):
    """
    Numbers of the files that have a record with a story, by the book of numbers: one look at the lists there are, and
    none at their stories.
    """
    records, key = KINDS[kind]
    lists = ListingCount.objects.filter(kind=kind).order_by().values("key").annotate(number=Sum("stories"))
    filled = lists.filter(number__gt=0)
    keys = filled.values(record=Cast("key", BigIntegerField())) if key == "pk" else filled.values("key")
    parts = records().filter(**{f"{key}__in": keys}).order_by().values_list(F("pk").bitrightshift(BITS), flat=True)
    return sorted(parts.distinct())


def having_lists(kind):
    records, key = KINDS[kind]
    return having_stories(records(), kind, key)


def stories(part):
    """Of a story only what its line says is read, and its text never."""
    rows = in_part(Article.objects.published(), part)
    now = timezone.now()
    for pk, *moments in rows.values_list("pk", "published_at", "corrected_at"):
        yield Address(story_path(pk), max(moment for moment in moments if moment and moment <= now))


def in_part(records, part):
    return records.filter(pk__gte=part << BITS, pk__lt=(part + 1) << BITS).order_by("pk")


def story_path(pk):
    return reverse("article_page", args=[pk])


def issues(year):
    """The year's issues, each with its pages behind it."""
    return islice(issues_and_pages(year), MOST)


def issues_and_pages(year):
    pages = Prefetch("pages", Page.objects.only("issue", "label", "position"))
    found = Issue.objects.published().filter(date__year=year).order_by("date", "edition")
    found = found.only("date", "edition", "published_at")
    for issue in found.prefetch_related(pages):
        yield Address(issue.get_absolute_url(), issue.published_at)
        for page in issue.pages.all():
            page.issue = issue
            yield Address(page.get_absolute_url(), issue.published_at)


def lists(kind, part):
    for record in in_part(having_lists(kind), part).only(NAMED[kind]):
        yield Address(reverse("tag_page", args=[record.slug]) if kind == Kind.TAG else record.get_absolute_url())


def fixed():
    return [Address(reverse(name)) for name in ALWAYS]


def news():
    """What came out in the last two days, newest first."""
    since = timezone.now() - timedelta(days=NEWS_DAYS)
    rows = Article.objects.published().filter(published_at__gte=since).order_by("-published_at", "-pk")
    for story in rows.only("headline", "published_at")[:MOST_NEWS]:
        yield Address(story.get_absolute_url(), story=story)
