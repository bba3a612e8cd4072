"""
Runs the checks over stories and issues, and says which of the hits somebody has let stand. A check that breaks is
named in its place: neither the form nor the board nor the other checks break with it.
"""

import logging
from dataclasses import dataclass, field
from itertools import groupby, islice

from django.db import DatabaseError, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from articles.checks.hits import Hit, hit_of, in_order
from articles.checks.prepared import Sheet, Together, prepare, prepare_issue, prepare_typed
from articles.checks.register import ISSUE_CHECKS, STORY_CHECKS, Level
from articles.models import Issue, Waiver
from desk.models import Paper

log = logging.getLogger(__name__)
MOST_HITS = 50  # of one check in one story: who has that many has seen enough


@dataclass
class Checked:
    """What was found in an issue: about itself, about its pages, and in its stories."""

    sheet: Sheet
    hits: list[Hit] = field(default_factory=list)
    stories: list[tuple] = field(default_factory=list)  # (article, hits)

    @property
    def all_hits(self):
        return [*self.hits, *(hit for _article, hits in self.stories for hit in hits)]


def check_story(article, typed=None, **rows):
    """
    The story's hits, the heaviest first. typed: words by field ("headline", "body", "caption-2") that are not saved
    yet; rows: bylines, illustrations or places as they stand on the form.
    """
    together = prepare_typed(article, typed, **rows)
    hits = hits_in(together)[0][1]
    waive(hits, Q(article=article.pk) if article.pk else None)
    return in_order(hits)


def check_stories(articles):
    """[(article, hits)]: the same number of queries for any number of stories."""
    found = hits_in(prepare(articles))
    waive([hit for _article, hits in found for hit in hits], Q(article__in=[article.pk for article in articles]))
    return [(article, in_order(hits)) for article, hits in found]


def check_issue(issue):
    sheet = prepare_issue(issue)
    checked = Checked(sheet, [hit for check in ISSUE_CHECKS for hit in hits_on(check, sheet)], hits_in(sheet.together))
    stories = [article.pk for article, _hits in checked.stories]
    waive(checked.all_hits, Q(issue=issue) | Q(page__issue=issue) | Q(article__in=stories))
    checked.hits = in_order(checked.hits)
    checked.stories = [(article, in_order(hits)) for article, hits in checked.stories]
    return checked


def blocking(record):
    """The errors of a story or an issue that nobody has waived."""
    hits = check_issue(record).all_hits if isinstance(record, Issue) else check_story(record)
    return [hit for hit in hits if hit.blocks]


def blocking_stories(articles):
    """[(article, errors)] of those that have some."""
    found = ((article, [hit for hit in hits if hit.blocks]) for article, hits in check_stories(articles))
    return [(article, hits) for article, hits in found if hits]


def held_back(articles):
    """[(article, errors)] of those that the paper's own rule keeps from going out; none where it has no such rule."""
    return blocking_stories(articles) if Paper.current().strict_checks else []


def held_back_issue(issue):
    """The same of an issue itself: [(issue or page, errors)]. Its stories are held back by themselves."""
    errors = [hit for hit in check_issue(issue).hits if hit.blocks] if Paper.current().strict_checks else []
    return [(record, list(hits)) for record, hits in groupby(errors, key=lambda hit: hit.record)]


def hits_in(together: Together):
    return [
        (story.article, [hit for check in STORY_CHECKS for hit in hits_of(check, story)]) for story in together.stories
    ]


def hits_of(check, story):
    try:
        for found in islice(check.find(story), MOST_HITS):
            yield hit_of(check, found, story.article, story.texts)
    except Exception as error:
        yield broken(check, story.article, error)


def hits_on(check, sheet):
    try:
        for found in check.find(sheet):
            yield hit_of(check, found, found.page or sheet.issue, {})
    except Exception as error:
        yield broken(check, sheet.issue, error)


def broken(check, record, error):
    """Said and logged, and nothing to waive. After a query that failed no transaction goes on."""
    if isinstance(error, DatabaseError) and transaction.get_connection().in_atomic_block:
        raise error
    log.error("The check %s failed on %s %s.", check.code, record._meta.label, record.pk, exc_info=error)
    return Hit(check.code, Level.WARNING, _("The check %(code)s failed.") % {"code": check.code}, record)


def waive(hits, of):
    """Tells the hits who has let them stand. One query, and none where nothing was found."""
    if not hits or of is None:
        return
    rows = Waiver.objects.filter(of).select_related("by")
    waivers = {(kind_and_key(row), row.digest): row for row in rows}
    for hit in hits:
        hit.waived_by = waivers.get((kind_of(hit.record), hit.digest))


def kind_and_key(waiver):
    name = next(name for name in ("article", "page", "issue") if getattr(waiver, f"{name}_id"))
    return name, getattr(waiver, f"{name}_id")


def kind_of(record):
    return record._meta.model_name, record.pk
