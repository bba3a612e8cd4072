"""
What stands in which sitemap. Stories, and the records that have lists, lie in files by their numbers, issues by their
months, since those never change: nothing moves from one file to another, a file is one walk along an index, and the
millionth story costs what the first one does. No COUNT and no OFFSET anywhere.
"""

from datetime import timedelta
from itertools import islice
from typing import NamedTuple

from django.db.models import Count, F, Max, Prefetch
from django.urls import reverse
from django.utils import timezone
from taggit.models import Tag

from articles.models import Article, Channel, Column, Correction, Issue, Page
from articles.models.listing import Kind
from articles.shown.words import SITEMAP_BITS
from articles.views.lists import having_stories
from bylines.models import Contributor
from pagecache.showing import shows
from regions.models import Region

BITS = SITEMAP_BITS  # 8,192 numbers in a file; 50,000 are allowed, and smaller files are fetched again sooner
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


class Address(NamedTuple):
    path: str
    changed: object = None  # a moment
    story: object = None  # what a news sitemap says of it


class Change(NamedTuple):
    last: object
    stories: int


NONE = Change(None, 0)


def files():
    """Every sitemap that the index names, with when something in it last changed, as far as that is known."""
    yield Address(reverse("fixed_sitemap"))
    for kind in KINDS:
        for part in list_parts(kind):
            yield Address(reverse("list_sitemap", args=[kind.value, part]))
    months = Issue.objects.published().values("date__year", "date__month").annotate(changed=Max("published_at"))
    for row in months.order_by("date__year", "date__month"):
        yield Address(reverse("issue_sitemap", args=[row["date__year"], row["date__month"]]), row["changed"])
    for part, changed in story_parts():
        yield Address(reverse("story_sitemap", args=[part]), changed)


def list_parts(kind):
    """Numbers of the files that have a record with a story."""
    parts = having_lists(kind).order_by().values_list(F("pk").bitrightshift(BITS), flat=True)
    return sorted(parts.distinct())


def having_lists(kind):
    records, key = KINDS[kind]
    return having_stories(records(), kind, key)


def story_parts():
    """(number of the file, when a story of it last came out, was corrected or withdrawn): read from indexes alone.
    A file that all stories were withdrawn from is none."""
    out = changes(Article.objects.once_published(), "pk", "published_at")
    gone = changes(Article.objects.withdrawn(), "pk", "withdrawn_at")  # only what was out is withdrawn
    mended = changes(Correction.objects.published(), "article_id", "published_at")
    for part in sorted(out):
        if out[part].stories > gone.get(part, NONE).stories:
            yield part, max(found[part].last for found in (out, gone, mended) if part in found)


def changes(rows, number, moment):
    """{file: the newest moment}. Told by shifting bits, which both databases do themselves, in whole numbers."""
    found = rows.order_by().values(part=F(number).bitrightshift(BITS))
    changed = found.annotate(last=Max(moment), stories=Count("pk"))
    return {row["part"]: Change(row["last"], row["stories"]) for row in changed}


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


def issues(year, month):
    """The month's issues, each with its pages behind it."""
    return islice(issues_and_pages(year, month), MOST)


def issues_and_pages(year, month):
    pages = Prefetch("pages", Page.objects.only("issue", "label", "position"))
    found = Issue.objects.published().filter(date__year=year, date__month=month).order_by("date", "edition")
    for issue in found.prefetch_related(pages):
        yield Address(issue.get_absolute_url(), issue.published_at)
        for page in issue.pages.all():
            page.issue = issue
            yield Address(page.get_absolute_url(), issue.published_at)


def lists(kind, part):
    for record in in_part(having_lists(kind), part):
        shows(kind, record.pk)
        yield Address(reverse("tag_page", args=[record.slug]) if kind == Kind.TAG else record.get_absolute_url())


def fixed():
    return [Address(reverse(name)) for name in ALWAYS]


def news():
    """What came out in the last two days, newest first."""
    since = timezone.now() - timedelta(days=NEWS_DAYS)
    rows = Article.objects.published().filter(published_at__gte=since).order_by("-published_at", "-pk")
    for story in rows.only("headline", "published_at")[:MOST_NEWS]:
        yield Address(story.get_absolute_url(), story=story)
