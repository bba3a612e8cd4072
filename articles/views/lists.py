"""Pages that list stories by something they share. Each reads Listing, a screenful at a time."""

from django.db.models import CharField, Exists, OuterRef
from django.db.models.functions import Cast
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe
from taggit.models import Tag

from articles.cursors import CursorError, read_cursor
from articles.models import Channel, Column, Listing
from articles.models.listing import Kind
from articles.reading import stories_listed
from bylines.models import Contributor
from regions.models import Region


@require_safe
def region_index(request):
    """Provinces with their cities and counties, those that have had news."""
    regions = list(having_stories(Region.objects.exclude(level=Region.Level.TOWN), Kind.REGION, "code"))
    below = {}
    for region in regions:
        below.setdefault(region.parent_id, []).append(region)
    for region in regions:
        region.parts = below.get(region.pk, [])
    return TemplateResponse(request, "articles/region_index.html", {"provinces": below.get(None, [])})


@require_safe
def region_page(request, code):
    region = get_object_or_404(Region.objects.with_ancestors(), code=code)
    context = {
        "region": region,
        "parts": having_stories(region.children.all(), Kind.REGION, "code"),
        "predecessors": region.predecessors.with_ancestors(),
        "successors": region.successors.with_ancestors(),
    }
    return story_list(request, "articles/region_page.html", Kind.REGION, code, context)


@require_safe
def channel_page(request, slug):
    channel = get_object_or_404(Channel, slug=slug)
    return story_list(request, "articles/channel_page.html", Kind.CHANNEL, channel.pk, {"channel": channel})


# A person, a column or a tag that has no printed story yet is the newsroom's own business: no page.


@require_safe
def contributor_page(request, pk):
    people = Contributor.objects.select_related("region__parent__parent__parent")
    contributor = get_object_or_404(having_stories(people, Kind.CONTRIBUTOR, "pk"), pk=pk)
    return story_list(request, "articles/contributor_page.html", Kind.CONTRIBUTOR, pk, {"contributor": contributor})


@require_safe
def column_page(request, slug):
    column = get_object_or_404(having_stories(Column.objects.all(), Kind.COLUMN, "pk"), slug=slug)
    return story_list(request, "articles/column_page.html", Kind.COLUMN, column.pk, {"column": column})


@require_safe
def tag_page(request, slug):
    tag = get_object_or_404(having_stories(Tag.objects.all(), Kind.TAG, "pk"), slug=slug)
    return story_list(request, "articles/tag_page.html", Kind.TAG, tag.pk, {"tag": tag})


def story_list(request, template, kind, key, context):
    listed = stories_listed(kind, key, before=place_asked_for(request))
    found = {"stories": listed.rows, "older": listed.older, "before": request.GET.get("before")}
    return TemplateResponse(request, template, {**context, **found})


def having_stories(records, kind, key):
    """Those of the records that have a published story: one short look into the index for each."""
    listed = Listing.objects.published().filter(kind=kind, key=Cast(OuterRef(key), CharField()))
    return records.filter(Exists(listed))


def place_asked_for(request):
    """Where the list goes on, by ?before=…; None for its beginning, 404 for a place that we never named."""
    text = request.GET.get("before")
    try:
        return read_cursor(text) if text else None
    except CursorError as error:
        raise Http404 from error
