"""The region that a reader means by a name, a short name, names one below the other, or a code."""

from articles.counting import having_stories
from articles.models.listing import Kind
from regions.models import Region

MOST = 8  # of one name, offered to choose from: there are more towns called 城关镇 than anybody reads


def regions_meant(words):
    """Those that fit, of those that have news: none, the one that is meant, or several of one name."""
    *above, name = words.split()
    regions = having_stories(Region.objects.with_ancestors(), Kind.REGION, "code")
    if not above and name.isascii() and name.isdigit():
        return list(regions.filter(code=name))
    found = [region for region in regions.named(name) if region.stands_below(above)]
    return found[:MOST]


def as_typed(region):
    """What a reader could have typed to mean this region and no other. One that is gone may share all its names."""
    return region.code if region.has_ended else region.spaced_name
