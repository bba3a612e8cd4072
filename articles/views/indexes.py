"""The ways into the lists: every place, channel and column with news, and the tags and people with the most of it."""

from django.db.models import CharField, OuterRef, Subquery
from django.db.models.functions import Cast
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe
from taggit.models import Tag

from articles.charts import bars
from articles.counting import LEADERS, fullest, with_stories
from articles.machines.paths import path_to_index
from articles.models import Article, Channel, Column, Listing
from articles.models.listing import Kind
from articles.reading import LONG_TEXTS
from bylines.models import Contributor, Role
from pagecache.keeping import kept
from pagecache.showing import shows
from regions.models import Region

MOST_LABELS = 500
MOST_TAGS, MOST_PEOPLE = LEADERS[Kind.TAG], LEADERS[Kind.CONTRIBUTOR]


@kept
@require_safe
def region_index(request):
    """
    Provinces with their cities, those that have had news. The fullest is the paper's own: it comes first, and with its
    counties; those of others are named on the pages of their cities.
    """
    provinces = sorted(with_news(Region.objects.filter(parent=None)), key=lambda region: -region.stories)
    cities = list(with_news(Region.objects.filter(parent__in=provinces)))
    counties = list(with_news(Region.objects.filter(parent__parent__in=provinces[:1])))
    below = {}
    for region in [*cities, *counties]:
        below.setdefault(region.parent_id, []).append(region)
    for region in [*provinces, *cities]:
        region.parts = below.get(region.pk, [])
    return index(request, Kind.REGION, {"provinces": provinces, "chart": bars(provinces)})


def with_news(regions):
    return with_stories(regions.exclude(level=Region.Level.TOWN), Kind.REGION, "code")


@kept
@require_safe
def channel_index(request):
    return index(request, Kind.CHANNEL, {"labels": labels(Channel.objects.all(), Kind.CHANNEL)})


@kept
@require_safe
def column_index(request):
    return index(request, Kind.COLUMN, {"labels": labels(Column.objects.all(), Kind.COLUMN)})


@kept
@require_safe
def tag_index(request):
    tags, is_cut = leading(Tag.objects.all(), Kind.TAG, MOST_TAGS)
    return index(request, Kind.TAG, {"tags": tags, "most": MOST_TAGS if is_cut else None})


@kept
@require_safe
def contributor_index(request):
    """By what they are: reporters, then correspondents, and so on."""
    people, is_cut = leading(Contributor.objects.all(), Kind.CONTRIBUTOR, MOST_PEOPLE)
    groups = [(role.label, [one for one in people if one.usual_role == role]) for role in Role]
    found = {"groups": [group for group in groups if group[1]], "most": MOST_PEOPLE if is_cut else None}
    return index(request, Kind.CONTRIBUTOR, found)


def index(request, kind, found):
    shows("index", kind)
    return TemplateResponse(request, f"articles/{kind.value}_index.html", {"steps": path_to_index(kind), **found})


def labels(records, kind):
    """Each with its number and its newest story, in two queries."""
    key = Cast(OuterRef("pk"), CharField())
    newest = Listing.objects.published().filter(kind=kind, key=key).values("article")[:1]
    found = list(with_stories(records, kind).annotate(newest=Subquery(newest))[:MOST_LABELS])
    stories = Article.objects.published().defer(*LONG_TEXTS).in_bulk([label.newest for label in found])
    shows("own_page", *(f"{kind}:{label.pk}" for label in found))
    for label in found:
        label.newest_story = stories.get(label.newest)
    return found


def leading(records, kind, most):
    """Those with the most stories, and whether there are others."""
    keys = fullest(kind, most + 1)
    found = sorted(with_stories(records.filter(pk__in=keys[:most]), kind), key=lambda one: (-one.stories, one.name))
    shows(kind, *(one.pk for one in found))
    shows("own_page", *(f"{kind}:{one.pk}" for one in found))
    return found, len(keys) > most
