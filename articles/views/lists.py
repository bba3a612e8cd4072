"""Pages that list stories by something they share. Each reads Listing, a screenful at a time."""

from urllib.parse import urlencode

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe
from taggit.models import Tag

from articles.charts import bars
from articles.counting import counted, having_stories
from articles.cursors import CursorError, read_cursor
from articles.machines.paths import path_to_list
from articles.models import Channel, Column
from articles.models.listing import Kind
from articles.reading import stories_listed
from articles.shown.words import list_of
from bylines.models import Contributor
from pagecache.keeping import kept
from pagecache.showing import shows
from regions.models import Region


@kept
@require_safe
def region_page(request, code):
    region = get_object_or_404(counted(Region.objects.with_ancestors(), Kind.REGION, "code"), code=code)
    parts = counted(having_stories(region.children.all(), Kind.REGION, "code"), Kind.REGION, "code")
    if "before" not in request.GET:
        shows("parts", region.pk)
        shows("list", *(list_of(Kind.REGION, part.code) for part in parts))
    context = {
        "chart": bars(parts),
        "predecessors": region.predecessors.all(),
        "successors": region.successors.all(),
    }
    return story_list(request, Kind.REGION, code, region, context)


@kept
@require_safe
def channel_page(request, slug):
    channel = get_object_or_404(counted(Channel.objects.all(), Kind.CHANNEL, "pk"), slug=slug)
    return story_list(request, Kind.CHANNEL, channel.pk, channel)


# A person, a column or a tag that has no printed story yet is the newsroom's own business: no page.


@kept
@require_safe
def contributor_page(request, pk):
    people = Contributor.objects.select_related("region__parent__parent__parent")
    contributor = get_object_or_404(with_stories(people, Kind.CONTRIBUTOR), pk=pk)
    shows("home", pk)
    return story_list(request, Kind.CONTRIBUTOR, pk, contributor)


@kept
@require_safe
def column_page(request, slug):
    column = get_object_or_404(with_stories(Column.objects.all(), Kind.COLUMN), slug=slug)
    return story_list(request, Kind.COLUMN, column.pk, column)


@kept
@require_safe
def tag_page(request, slug):
    tag = get_object_or_404(with_stories(Tag.objects.all(), Kind.TAG), slug=slug)
    return story_list(request, Kind.TAG, tag.pk, tag)


def story_list(request, kind, key, record, context=()):
    """The page of a list, after whose kind the template and the record in it are called."""
    asked = urlencode({kind.value: getattr(record, "slug", key)})  # of the search page
    shows("about", f"{kind.value}:{record.pk}")
    if kind in (Kind.TAG, Kind.CONTRIBUTOR):
        shows(kind.value, record.pk)
    known = {kind.value: record, "number": record.stories, "steps": path_to_list(kind, record), "asked": asked}
    context = {**known, **dict(context), **stretch_asked_for(request, kind, key)}
    return TemplateResponse(request, f"articles/{kind.value}_page.html", context)


def stretch_asked_for(request, kind, key):
    listed = stories_listed(kind, key, before=place_asked_for(request))
    return {"stories": listed.rows, "older": listed.older, "before": request.GET.get("before")}


def with_stories(records, kind):
    """The same with their number, of what is listed under its primary key."""
    return counted(having_stories(records, kind, "pk"), kind, "pk")


def place_asked_for(request):
    """Where the list goes on, by ?before=…; None for its beginning, 404 for a place that we never named."""
    text = request.GET.get("before")
    try:
        return read_cursor(text) if text else None
    except CursorError as error:
        raise Http404 from error
