"""Pages that list stories by something they share. Each reads Listing, a screenful at a time."""

from urllib.parse import urlencode

from django.http import Http404
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe
from taggit.models import Tag

from articles.charts import bars
from articles.counting import counted, with_stories
from articles.cursors import place_asked_for
from articles.machines.paths import path_to_list
from articles.models import Channel, Column
from articles.models.listing import Kind
from articles.reading import stories_listed
from articles.shown.words import list_of
from bylines.models import Contributor
from desk.composed_once import Question
from pagecache.keeping import kept
from pagecache.showing import shows
from regions.models import Region

LISTED_BY = ("before", "large")
PLACE = Question(lambda now, code: counted(Region.objects.with_ancestors(), Kind.REGION, "code", now).filter(code=code))
PARTS = Question(lambda now, region: with_stories(Region.objects.filter(parent=region), Kind.REGION, "code", now))
BEFORE = Question(lambda region: Region.objects.filter(successors=region))
AFTER = Question(lambda region: Region.objects.filter(predecessors=region))
CHANNEL = Question(lambda now, slug: counted(Channel.objects.filter(slug=slug), Kind.CHANNEL, "pk", now))
# A person, a column or a tag that has no printed story yet is the newsroom's own business: no page.
PEOPLE = Contributor.objects.select_related("region__parent__parent__parent")
PERSON = Question(lambda now, contributor: with_stories(PEOPLE.filter(pk=contributor), Kind.CONTRIBUTOR, at=now))
COLUMN = Question(lambda now, slug: with_stories(Column.objects.filter(slug=slug), Kind.COLUMN, at=now))
TAG = Question(lambda now, slug: with_stories(Tag.objects.filter(slug=slug), Kind.TAG, at=now))


@kept(by=LISTED_BY)
@require_safe
def region_page(request, code):
    region = found_or_404(PLACE, code=code)
    parts = PARTS.ask(now=timezone.now(), region=region.pk)
    if not request.GET.get("before"):
        shows("regions_below", region.pk)
        shows("list", *(list_of(Kind.REGION, part.code) for part in parts))
    context = {
        "chart": bars(parts),
        "predecessors": BEFORE.ask(region=region.pk),
        "successors": AFTER.ask(region=region.pk) if region.has_ended else [],
    }
    return story_list(request, Kind.REGION, code, region, context)


@kept(by=LISTED_BY)
@require_safe
def channel_page(request, slug):
    channel = found_or_404(CHANNEL, slug=slug)
    return story_list(request, Kind.CHANNEL, channel.pk, channel)


@kept(by=LISTED_BY)
@require_safe
def contributor_page(request, pk):
    contributor = found_or_404(PERSON, contributor=pk)
    shows("home_region", pk)
    return story_list(request, Kind.CONTRIBUTOR, pk, contributor)


@kept(by=LISTED_BY)
@require_safe
def column_page(request, slug):
    column = found_or_404(COLUMN, slug=slug)
    return story_list(request, Kind.COLUMN, column.pk, column)


@kept(by=LISTED_BY)
@require_safe
def tag_page(request, slug):
    tag = found_or_404(TAG, slug=slug)
    return story_list(request, Kind.TAG, tag.pk, tag)


def found_or_404(question, **asked):
    record = question.first(now=timezone.now(), **asked)
    if record is None:
        raise Http404
    return record


def story_list(request, kind, key, record, context=()):
    """The page of a list, after whose kind the template and the record in it are called."""
    asked = urlencode({kind.value: getattr(record, "slug", key)})  # of the search page
    shows("own_page", f"{kind.value}:{record.pk}")
    if kind in (Kind.TAG, Kind.CONTRIBUTOR):
        shows(kind.value, record.pk)
    known = {kind.value: record, "number": record.stories, "steps": path_to_list(kind, record), "asked": asked}
    context = {**known, **dict(context), **stretch_asked_for(request, kind, key)}
    return TemplateResponse(request, f"articles/{kind.value}_page.html", context)


def stretch_asked_for(request, kind, key):
    listed = stories_listed(kind, key, before=place_asked_for(request))
    return {"stories": listed.rows, "older": listed.older, "before": request.GET.get("before")}
