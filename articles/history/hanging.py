"""
All that hangs from stories, as stored: read anew, whatever a story in memory was asked before. Each kind of row is read
once, and whoever else wants to know of the same rows at that moment (the search, its version) looks at these.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from django.apps import apps

from articles.kind import kind_of_stories
from bylines.under_photos import bylines_under
from desk.composed_once import Question


@dataclass
class Hanging:
    """tags: their names. credits: {photo: its bylines}."""

    tags: list = field(default_factory=list)
    credits: dict = field(default_factory=dict)
    bylines: list = field(default_factory=list)
    places: list = field(default_factory=list)
    illustrations: list = field(default_factory=list)
    placements: list = field(default_factory=list)
    corrections: list = field(default_factory=list)


def hanging_of(keys):
    """{story's key: what hangs from it}, in a fixed number of queries."""
    found = defaultdict(Hanging)
    for story, name in tags.ask(stories=keys, kind=kind_of_stories()):
        found[story].tags.append(name)
    for kind, rows in ROWS.items():
        for row in rows.ask(stories=keys):
            getattr(found[row.article_id], kind).append(row)
    credits = bylines_under(sorted({row.photo_id for hung in found.values() for row in hung.illustrations}))
    for hung in found.values():
        hung.credits = credits
    return found


def rows_of(model):
    return apps.get_model(model)._default_manager  # the models import this module


def tagged(stories, kind):
    rows = rows_of("taggit.TaggedItem").filter(content_type=kind, object_id__in=stories)
    return rows.order_by().values_list("object_id", "tag__name")


tags = Question(tagged)
ROWS = {
    "bylines": Question(lambda stories: rows_of("bylines.Byline").filter(article__in=stories)),
    "places": Question(
        lambda stories: rows_of("articles.ArticleRegion").filter(article__in=stories).select_related("region")
    ),
    "illustrations": Question(
        lambda stories: rows_of("articles.Illustration").filter(article__in=stories).select_related("photo")
    ),
    "placements": Question(
        lambda stories: (
            rows_of("articles.Placement").filter(article__in=stories).select_related("page__issue", "continued_from")
        )
    ),
    "corrections": Question(
        lambda stories: (
            rows_of("articles.Correction")
            .filter(article__in=stories)
            .select_related("printed_on__issue")
            .order_by("id")
        )
    ),
}
