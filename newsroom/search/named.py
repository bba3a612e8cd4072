"""Pages that bear the very name that was typed: a reader who types a place or a person may want all of it."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from taggit.models import Tag

from articles.models import Channel, Column
from articles.models.listing import Kind
from articles.views.lists import having_stories
from bylines.models import Contributor
from regions.models import Region

MOST = 4  # of one kind


def pages_named(words):
    """[(kind, name, address)] of those that have news, in a fixed number of queries."""
    regions = having_stories(Region.objects.with_ancestors(), Kind.REGION, "code").named(words)[:MOST]
    people = named(Contributor, Kind.CONTRIBUTOR, words)
    labels = [*named(Column, Kind.COLUMN, words), *named(Channel, Kind.CHANNEL, words)]
    tags = named(Tag, Kind.TAG, words)
    return [
        *((_("Region"), region.full_name, region.get_absolute_url()) for region in regions),
        *((_("Author"), str(person), person.get_absolute_url()) for person in people),
        *((label._meta.verbose_name, label.name, label.get_absolute_url()) for label in labels),
        *((_("Tag"), tag.name, reverse("tag_page", args=[tag.slug])) for tag in tags),
    ]


def named(model, kind, words):
    return having_stories(model.objects.filter(name=words), kind, "pk")[:MOST]
