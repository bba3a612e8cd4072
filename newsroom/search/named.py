"""
Pages that bear the name that was typed, or one that begins so: a reader who types a place or a person may want all of
it. Only what has a story out has a page, so that no name is told before its story.
"""

from functools import reduce
from operator import or_

from django.db import connection
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from taggit.models import Tag

from articles.counting import counted, having_stories
from articles.models import Channel, Column
from articles.models.listing import Kind
from bylines.models import Contributor
from regions.models import Region, begun_or_called
from wording.bigrams import folded

MOST = 4  # of one kind
LOOKED_AT = 50  # of one kind that begin so: the ones with the most stories are named
LONGEST = 20  # characters of a name that somebody types
KINDS = {Kind.CONTRIBUTOR: Contributor, Kind.COLUMN: Column, Kind.CHANNEL: Channel, Kind.TAG: Tag}
BEYOND = "\U0010ffff"  # no name has a character behind this one


def pages_named(words):
    """[(kind, name, address)], the very name first, in a fixed number of queries."""
    if not words or len(words) > LONGEST:
        return []
    places = Region.objects.with_ancestors().filter(pk__in=begun_or_called(begins(words), words))
    regions = first_of(places, Kind.REGION, words, "code")
    people, columns, channels, tags = (
        first_of(model.objects.filter(begins(words)), kind, words) for kind, model in KINDS.items()
    )
    return [
        *((_("Region"), region.full_name, region.get_absolute_url()) for region in regions),
        *((_("Author"), str(person), person.get_absolute_url()) for person in people),
        *((label._meta.verbose_name, label.name, label.get_absolute_url()) for label in [*columns, *channels]),
        *((_("Tag"), tag.name, reverse("tag_page", args=[tag.slug])) for tag in tags),
    ]


def begins(words):
    """As it was typed, and as it may be written: an index of names knows no folding."""
    small = folded(words)
    ways = {words: None, small: None, small.upper(): None, small.title(): None}
    return reduce(or_, map(beginning_with, ways))


def first_of(records, kind, words, key="pk"):
    """By the index of their names: what begins so lies together there."""
    found = counted(having_stories(records.order_by("name", "pk"), kind, key), kind, key)[:LOOKED_AT]
    return sorted(found, key=lambda record: (folded(record.name) != folded(words), -record.stories))[:MOST]


def beginning_with(words):
    """SQLite compares characters as they are, and its LIKE takes no index; PostgreSQL has an index for its own."""
    if connection.vendor == "sqlite":
        return Q(name__gte=words, name__lt=words + BEYOND)
    return Q(name__startswith=words)
