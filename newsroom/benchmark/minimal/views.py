"""A page is a function: a queryset, a paginator where it is long, a template."""

from datetime import date

from django.contrib.syndication.views import Feed
from django.core.paginator import Paginator
from django.db.models import Prefetch, Q
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from taggit.models import Tag

from articles.models import Article, Channel, Column, Issue, Page
from bylines.models import Byline, Contributor
from newsroom.benchmark.minimal.pages import page
from regions.models import Region

PER_PAGE = 20
LATEST = 10
# What a row of a list prints, and on the other hand what the story's own page prints.
OF_A_ROW = ("illustrations__photo", "regions")
OF_A_STORY = (
    Prefetch("bylines", Byline.objects.select_related("contributor")),
    Prefetch("regions", Region.objects.with_ancestors()),
    Prefetch("pages", Page.objects.select_related("issue")),
    "illustrations__photo__bylines",
    "tags",
)


def published():
    return Article.objects.filter(published_at__lte=timezone.now(), withdrawn_at=None)


def rows():
    return published().select_related("column").prefetch_related(*OF_A_ROW).order_by("-published_at", "-id")


def front_page(request):
    issue = issues().first()
    pages = pages_of(issue) if issue else []
    printed = {placement.article_id for sheet in pages for placement in sheet.readable}
    context = {
        "issue": issue,
        "pages": pages,
        "latest": rows().exclude(pk__in=printed)[:LATEST],
        "columns": Column.objects.all(),
        "channels": Channel.objects.all(),
        "regions": Region.objects.filter(articles__in=printed).distinct(),
    }
    return page(request, "front_page", context)


def latest(request):
    return story_list(request, "最新", rows())


def article_page(request, pk):
    stories = published().select_related("column", "channel").prefetch_related(*OF_A_STORY)
    return page(request, "article_page", {"story": get_object_or_404(stories, pk=pk)})


def issues():
    return Issue.objects.filter(published_at__lte=timezone.now()).order_by("-date", "edition")


def pages_of(issue):
    """Each with the placements of stories that are out."""
    sheets = issue.pages.prefetch_related(
        "placements__article__column", *(f"placements__article__{name}" for name in OF_A_ROW)
    )
    for sheet in sheets:
        sheet.readable = [placement for placement in sheet.placements.all() if placement.article.is_published]
    return sheets


def issue_page(request, day, label=""):
    issue = issue_of(day)
    others = {
        "before": issues().filter(date__lt=issue.date).first(),
        "after": issues().filter(date__gt=issue.date).last(),
    }
    return page(request, "issue_page", {"issue": issue, "pages": pages_of(issue), **others})


def issue_stories(request, day):
    """The same issue as a list with summaries, as a first version has it that knows no pages."""
    issue = issue_of(day)
    stories = rows().filter(pages__issue=issue).distinct()
    return page(request, "story_list", {"name": str(issue), "stories": stories})


def issue_of(day):
    try:
        return get_object_or_404(issues(), date=date.fromisoformat(day), edition="")
    except ValueError as error:
        raise Http404 from error


def region_page(request, code):
    """With all below it: codes begin as those of the region above."""
    region = get_object_or_404(Region, code=code)
    stories = rows().filter(regions__code__startswith=stem(region.code)).distinct()
    return story_list(request, region.name, stories, below=region.children.all())


def stem(code):
    """33 of 330000, 3306 of 330600, 330681, 330681104."""
    return code.removesuffix("00").removesuffix("00") if len(code) == 6 else code


def contributor_page(request, pk):
    contributor = get_object_or_404(Contributor, pk=pk)
    return story_list(request, contributor.name, rows().filter(bylines__contributor=contributor).distinct())


def column_page(request, slug):
    column = get_object_or_404(Column, slug=slug)
    return story_list(request, column.name, rows().filter(column=column))


def channel_page(request, slug):
    channel = get_object_or_404(Channel, slug=slug)
    return story_list(request, channel.name, rows().filter(channel=channel))


def tag_page(request, slug):
    tag = get_object_or_404(Tag, slug=slug)
    return story_list(request, tag.name, rows().filter(tags=tag))


def search_page(request):
    words = request.GET.get("q", "")
    found = rows().filter(Q(headline__contains=words) | Q(body__contains=words)).prefetch_related("bylines")
    return story_list(request, words, found)


def story_list(request, name, stories, **more):
    stretch = Paginator(stories, PER_PAGE).get_page(request.GET.get("page"))
    return page(request, "story_list", {"name": name, "stories": stretch, "stretch": stretch, **more})


class LatestFeed(Feed):
    feed_type = Atom1Feed
    title = "最新"
    link = "/"

    def items(self):
        return rows()[:PER_PAGE]

    def item_title(self, story):
        return story.headline

    def item_description(self, story):
        return story.summary or story.body[:100]

    def item_pubdate(self, story):
        return story.published_at
