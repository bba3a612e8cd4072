"""What has to be looked up to say exactly what changes, in a fixed number of queries however many stories move."""

from collections import defaultdict

from django.db.models import BooleanField, Case, CharField, Exists, OuterRef, Q, Value, When
from django.db.models.functions import Cast
from taggit.models import Tag

from articles.models.article import Article
from articles.models.issue import Issue
from articles.models.labels import Channel, Column
from articles.models.listing import Kind, Listing
from articles.models.placement import Placement
from bylines.models import Contributor
from regions.models import Region

NEWEST = 300  # no page shows more of the newest stories
RECORDS = {
    Kind.REGION: (Region, "code"),
    Kind.CONTRIBUTOR: (Contributor, "pk"),
    Kind.COLUMN: (Column, "pk"),
    Kind.CHANNEL: (Channel, "pk"),
    Kind.TAG: (Tag, "pk"),
}


def pages_of(stories):
    """{story: [(page, whether a picture or PDF hangs there, the hour of its issue)]}"""
    bare = When(page__picture=[], page__pdf="", then=False)
    is_hung = Case(bare, default=True, output_field=BooleanField())
    rows = Placement.objects.filter(article__in=stories).order_by().annotate(is_hung=is_hung)
    found = defaultdict(list)
    for story, *place in rows.values_list("article", "page", "is_hung", "page__issue__published_at"):
        found[story].append(place)
    return found


def hours_to_come(pages, now):
    """At which issues with these pages come out."""
    issues = Issue.objects.filter(pages__in=pages, published_at__gt=now).order_by()
    return set(issues.values_list("published_at", flat=True)) if pages else set()


def others_in(entries, stories, at):
    """(kind, key of the record, whether the list has other stories that readers see at that time)."""
    keys = defaultdict(set)
    for kind, key in entries:
        keys[kind].add(key)
    rows = [_others_in(kind, keys[kind], stories, at) for kind in RECORDS if keys[kind]]
    if not rows:
        return []
    first, *others = rows
    return list(first.union(*others, all=True))


def _others_in(kind, keys, stories, at):
    model, name = RECORDS[kind]
    listed = Listing.objects.published(at).filter(kind=kind, key=Cast(OuterRef(name), CharField()))
    has_others = Exists(listed.exclude(article__in=stories))
    rows = model.objects.filter(**{f"{name}__in": keys}).order_by()
    return rows.values_list(Value(kind.value, CharField()), "pk", has_others)


def has_others_in(year, at, *, stories=(), issue=None):
    """Whether the year has something in the calendar besides them."""
    days = Listing.objects.published(at).filter(kind=Kind.DAY, key__range=(f"{year}-01-01", f"{year}-12-31"))
    if days.exclude(article__in=stories).exists():
        return True
    return Issue.objects.published(at).filter(date__year=year).exclude(pk=issue).exists()


def parents_of(entries):
    """Of the regions that these are parts of."""
    codes = [key for kind, key in entries if kind == Kind.REGION]
    parents = Region.objects.filter(code__in=codes).exclude(parent=None)
    return set(parents.order_by().values_list("parent", flat=True)) if codes else set()


def newer_than(hour, now):
    """How many stories are out that came later, up to NEWEST."""
    newer = Article.objects.published(now).filter(published_at__gt=hour)
    return newer.order_by().values("pk")[:NEWEST].count() if hour < now else 0


def under_a_region(code):
    """Stories whose own place that is: one in a town leads to others of its county too."""
    return Q(article__places__region__code=code) | Q(
        article__places__region__level=Region.Level.TOWN, article__places__region__parent__code=code
    )
