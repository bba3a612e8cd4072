"""订阅源: the newest stories of the paper or of one of its lists, and the corrections, as Atom."""

from hashlib import blake2b

from django.conf import settings
from django.http import HttpResponse, HttpResponseNotModified
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from taggit.models import Tag

from articles.counting import having_stories
from articles.machines.paths import home
from articles.models import Channel, Column
from articles.models.listing import Kind
from articles.shown.words import ARTICLE, ENTRY, list_of
from bylines.models import Contributor
from desk.models import Paper
from desk.models.paper import FeedText
from newsroom.feeds import entries
from newsroom.feeds.atom import printed_feed
from pagecache.keeping import kept
from pagecache.showing import shows
from regions.models import Region

MOST_NAMED = 200
CONTENT_TYPE = "application/atom+xml; charset=utf-8"


@kept
@require_safe
def feed_index(request):
    """The feeds that everybody may look for; each place, person and word names its own on its page."""
    shows("open_lists", Kind.CHANNEL, Kind.COLUMN)
    context = {
        "channels": having_stories(Channel.objects.all(), Kind.CHANNEL, "pk")[:MOST_NAMED],
        "columns": having_stories(Column.objects.all(), Kind.COLUMN, "pk")[:MOST_NAMED],
        "steps": [home(), (_("Subscribe"), reverse("feed_index"))],
    }
    return TemplateResponse(request, "newsroom/feed_index.html", context)


@kept(by=())
@require_safe
def latest_feed(request):
    paper = Paper.current()
    shows("newest", "story")
    stories = entries.latest(whole=is_whole(paper))
    return story_feed(request, paper, stories, name=_("Latest"), page=reverse("front_page"))


@kept(by=())
@require_safe
def region_feed(request, code):
    region = get_object_or_404(Region, code=code)
    return listed_feed(request, Kind.REGION, code, region)


@kept(by=())
@require_safe
def contributor_feed(request, pk):
    contributor = get_object_or_404(having_stories(Contributor.objects.all(), Kind.CONTRIBUTOR, "pk"), pk=pk)
    return listed_feed(request, Kind.CONTRIBUTOR, pk, contributor)


@kept(by=())
@require_safe
def channel_feed(request, slug):
    channel = get_object_or_404(Channel, slug=slug)
    return listed_feed(request, Kind.CHANNEL, channel.pk, channel)


@kept(by=())
@require_safe
def column_feed(request, slug):
    column = get_object_or_404(having_stories(Column.objects.all(), Kind.COLUMN, "pk"), slug=slug)
    return listed_feed(request, Kind.COLUMN, column.pk, column)


@kept(by=())
@require_safe
def tag_feed(request, slug):
    tag = get_object_or_404(having_stories(Tag.objects.all(), Kind.TAG, "pk"), slug=slug)
    return listed_feed(request, Kind.TAG, tag.pk, tag, page=reverse("tag_page", args=[slug]))


@kept(by=())
@require_safe
def corrections_feed(request):
    paper = Paper.current()
    found = list(
        entries.corrections().select_related("article", "stood_on__issue", "printed_on__issue")[: entries.MOST]
    )
    shows("newest", "correction")
    shows("correction", *(row.pk for row in found))
    told = [entries.entry_of_correction(correction, request) for correction in found]
    changed = [moment for row in found for moment in (row.published_at, row.article.updated_at)]
    return feed_response(request, paper, told, changed, name=_("Corrections"), page=reverse("corrections_page"))


def listed_feed(request, kind, key, record, page=""):
    paper = Paper.current()
    shows("newest", list_of(kind, key))
    if kind in (Kind.TAG, Kind.CONTRIBUTOR):
        shows(kind, key)
    stories = entries.listed(kind, key, whole=is_whole(paper))
    return story_feed(request, paper, stories, name=record.name, page=page or record.get_absolute_url())


def story_feed(request, paper, stories, *, name, page):
    shows(ARTICLE if is_whole(paper) else ENTRY, *(article.pk for article in stories))
    shows("tag", *(row.tag_id for article in stories for row in article.loaded_tags))
    told = [entries.entry_of(article, request, whole=is_whole(paper)) for article in stories]
    changed = [moment for article in stories for moment in (article.published_at, article.updated_at)]
    return feed_response(request, paper, told, changed, name=name, page=page)


def is_whole(paper):
    return paper.feed_text == FeedText.WHOLE


def feed_response(request, paper, told, changed, *, name, page):
    shows("site", settings.SITE_ID)
    content = printed_feed(
        told,
        title=f"{paper.name} · {name}",
        link=request.build_absolute_uri(page),
        feed_url=request.build_absolute_uri(request.path),
        feed_guid=f"tag:{entries.authority(request)},2026:{request.path.strip('/')}",
        author_name=paper.name,
        site=request.build_absolute_uri("/"),
        updated=max((entry.updated for entry in told), default=paper.updated_at),
    )
    changed = max(
        filter(None, [*changed, *(entry.updated for entry in told), paper.updated_at, entries.last_withdrawal()])
    )
    etag = f'"{blake2b(content, digest_size=16).hexdigest()}"'
    response = unchanged(request, etag, http_date(changed.timestamp())) or HttpResponse(content, CONTENT_TYPE)
    response.headers["ETag"] = etag
    response.headers["Last-Modified"] = http_date(changed.timestamp())
    # Kept by whoever likes, but asked for anew each time: what is withdrawn is gone at once.
    response.headers["Cache-Control"] = "public, no-cache"
    return response


def unchanged(request, etag, changed):
    """304, or None. The date counts when it is the very same: what left the feed may have been its newest."""
    if "If-None-Match" in request.headers:
        return get_conditional_response(request, etag=etag)
    return HttpResponseNotModified() if request.headers.get("If-Modified-Since") == changed else None
