"""The readers' pages. Those that the yardstick has as well are asked for there under `plain`."""

from django.urls import reverse
from django.utils import timezone

from articles.models import Article, Issue, ListingCount
from articles.models.listing import Kind
from newsroom.benchmark.examples import DEEP, PER_PAGE, cursor_behind, stories_in
from newsroom.benchmark.pages import Page
from newsroom.benchmark.questions import search_pages
from newsroom.sitemaps.addresses import BITS

AT_MOST_OF_REGIONS = 0.4
DAYS_SEEN = 400


def readers_pages(examples):
    return [
        *main_pages(examples.story, examples.page),
        *days(),
        *region_pages(examples),
        *label_pages(examples),
        *[Page(f"index of {name}s", reverse(f"{name}_index")) for name in ("region", "contributor", "column", "tag")],
        *search_pages(examples),
        *machine_pages(examples),
    ]


def main_pages(story, page):
    issue = page.issue
    issue_path, plain = issue.get_absolute_url(), f"/issues/{issue.date}/"
    return [
        Page("front", "/", "/", 0.8),
        Page("front, beside a list of 20", "/", "/latest/"),
        Page("issue", issue_path, plain, 0.6),
        Page("issue, beside a list of all", issue_path, f"{plain}stories/"),
        Page("page", page.get_absolute_url()),
        Page("page picture", page.picture_address),
        Page("story", story.get_absolute_url(), story.get_absolute_url(), 1.0),
        Page("calendar", reverse("issue_calendar", args=[issue.date.year])),
        Page("corrections", reverse("corrections_page")),
    ]


def days():
    """The newest day that is over, has stories and no paper."""
    printed = {day.isoformat() for day in Issue.objects.published().values_list("date", flat=True)}
    today = timezone.localdate().isoformat()
    keys = (
        ListingCount.objects.filter(kind=Kind.DAY, key__lt=today)
        .order_by("-key")
        .values_list("key", flat=True)
        .distinct()
    )
    bare = next((key for key in keys[:DAYS_SEEN] if key not in printed), None)
    return [Page("day without a paper", f"/issues/{bare}/")] if bare else []


def region_pages(examples):
    large, small = examples.province, examples.town
    found = [*first_page("region, town", Kind.REGION, small, small and small.code, AT_MOST_OF_REGIONS)]
    if large:
        found += first_page("region, province", Kind.REGION, large, large.code, AT_MOST_OF_REGIONS)
        found += deep_pages("region, province", Kind.REGION, large, large.code)
    return found


def label_pages(examples):
    labels = {
        Kind.CONTRIBUTOR: examples.contributor,
        Kind.COLUMN: examples.column,
        Kind.TAG: examples.tag,
        Kind.CHANNEL: examples.channel,
    }
    return [page for kind, label in labels.items() for page in first_page(kind.value, kind, label, label and label.pk)]


def first_page(name, kind, record, key, at_most=None):
    if record is None:
        return []
    path = path_of(kind, record)
    return [Page(name, path, path, at_most)]


def path_of(kind, record):
    if kind is Kind.TAG:  # taggit's records know no address
        return reverse("tag_page", args=[record.slug])
    return record.get_absolute_url()


def deep_pages(name, kind, record, key):
    """Page 45 by a cursor of ours and by its number there; and the middle of all, to which nobody counts."""
    number, path = stories_in(kind, key).count(), path_of(kind, record)
    last = -(-number // PER_PAGE)
    asked = min(DEEP, last)
    found = []
    if asked > 1:
        behind = cursor_behind(kind, key, (asked - 1) * PER_PAGE)
        plain = f"{path}?page={asked}"
        found.append(Page(f"{name}, page {asked}", f"{path}?before={behind}", plain, AT_MOST_OF_REGIONS))
    if last > 2 * DEEP:
        found.append(Page(f"{name}, the middle", f"{path}?before={cursor_behind(kind, key, number // 2)}"))
    return found


def machine_pages(examples):
    story, newest = examples.story, Article.objects.published().order_by("-pk").values_list("pk", flat=True)[0]
    region = examples.province
    pages = [
        Page("feed: latest", reverse("latest_feed"), "/feeds/latest.atom"),
        Page("ninjs", reverse("article_ninjs", args=[story.pk])),
        Page("sitemap: index", reverse("sitemap_index")),
        Page("sitemap: news", reverse("news_sitemap")),
        Page("sitemap: stories", reverse("story_sitemap", args=[newest >> BITS])),
        Page("sitemap: issues", reverse("issue_sitemap", args=[examples.issue.date.year])),
    ]
    return pages + ([Page("feed: region", reverse("region_feed", args=[region.code]))] if region else [])
