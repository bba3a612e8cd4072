"""
An issue goes out whole at the hour that it was signed for, or not at all.

Nothing runs at that hour: readers see what has `published_at <= now`. So what must be true at the hour is made true
before, whenever something changes. While all that stands on its pages is signed off (what was withdrawn aside), the
issue and the stories that wait for it have its hour. As soon as one is not, none of them has; the issue stays signed,
and has its hour back with the last signature. Stories with an hour of their own keep it.
"""

import logging

from django.db import DatabaseError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.acting import require, set_fields
from articles.coming_out import tell_going_out
from articles.going_out import go_out_together, lacking_pictures, lose_hour, unsound, waiting_for, waiting_for_later
from articles.holding import held, hold_issues_of, hold_stories
from articles.issue_jobs import WHEN_OUT as WHEN_OUT
from articles.issue_jobs import issue_is_missing, issue_is_whole, no_longer_out_at, out_at
from articles.models.article import Stage
from articles.models.issue import Issue
from desk.composed_once import Question
from desk.models import AuditEntry

logger = logging.getLogger(__name__)


@transaction.atomic
def keep_whole(issue, *, by=None, story=None):
    """After every change that may matter to it. story: the record in hand, which is told what became of it."""
    stored = held(issue)
    if stored.signed_for is None or stored.is_published:
        return
    stories = _placed(stored)
    lacking = missing_of(stored, stories)
    if lacking:
        _put_off(stored, stories, lacking, by)
    else:
        _set_out(stored, stories, by)
    issue.signed_for, issue.published_at = stored.signed_for, stored.published_at
    for row in stories:
        if row == story:
            story.stage, story.published_at, story.version = row.stage, row.published_at, row.version


def keep_whole_with(story, *, by=None):
    """The signed issues on whose pages it stands."""
    for issue in Issue.objects.waiting().filter(pages__placements__article=story).distinct().order_by("pk"):
        keep_whole(issue, by=by, story=story)


def missing_of(issue, stories):
    """Sentences: why the issue cannot go out now. None for one that is whole."""
    if not stories:
        return [_("Nothing stands on the pages of this issue.")]
    unsigned = [story.headline for story in stories if story.stage != Stage.READY]
    if unsigned:
        return [_("Not signed off yet: %(headlines)s") % {"headlines": "、".join(unsigned)}]
    coming = [story for story in stories if story.published_at is None]
    return [*lacking_pictures(coming), *unsound(coming, issue)] if coming else []


def sign_for(issue, hour, stories, *, by=None):
    """Signed, and complete: the issue and those stories have their hour."""
    set_fields(issue, signed_for=hour, published_at=hour)
    go_out_together(stories, hour, by)
    out_at(issue)


@transaction.atomic
def take_signing_back(issue, *, by=None, reason=""):
    """撤回签发: before its hour, with a reason. The stories stay signed off and wait for no hour."""
    stored = held(issue)
    require(stored.signed_for is not None, _("The issue has not been signed."))
    require(not stored.is_published, _("The issue is out already."))
    require(reason.strip(), _("Write why."))
    waiting = waiting_for(stored.published_at, _placed(stored))
    lose_hour(waiting, by)
    set_fields(issue, signed_for=None, published_at=None)
    no_longer_out_at(issue)
    AuditEntry.note(verb="unsign", record=issue, by=by, words=reason.strip())
    _keep_others_whole(issue, waiting, by)


@transaction.atomic
def move_hour(issue, *, at, by=None):
    """Of a signed issue, and with it of the stories that wait for it."""
    stored = held(issue)
    require(stored.signed_for is not None, _("The issue has not been signed."))
    require(not stored.is_published, _("The issue is out already."))
    require(at > timezone.now(), _("That time is past."))
    placed = _placed(stored)
    waiting = waiting_for(stored.published_at, placed)
    set_fields(issue, signed_for=at, published_at=at if stored.published_at else None)
    if stored.published_at:
        waiting += waiting_for_later(issue, [story for story in placed if story not in waiting], at)
        go_out_together(waiting, at, by)
        out_at(issue)
    AuditEntry.note(verb="move_hour", record=issue, by=by, words=f"{timezone.localtime(at):%Y-%m-%d %H:%M}")
    _keep_others_whole(issue, waiting, by)


def keep_all_whole():
    """A duty beside the acts: a story may have been deleted, or changed from a shell."""
    for issue in Issue.objects.waiting().order_by("pk"):
        try:
            keep_whole(issue)
        except DatabaseError:
            raise  # the next one would fare no better; the duty comes again
        except Exception:  # whatever one stumbles on, a check or a picture: the others are to keep their hours
            logger.exception("Whether the issue %s is whole could not be told.", issue)


def note_places(article, before, now, *, by):
    """Called with every new version: a story that came to a page, left one, or is not signed off as it stands."""
    left = {row[0] for row in before.story["placements"]} if before else set()
    here = {row[0] for row in now.story["placements"]}
    pages = left | here
    if here - left:  # whoever signs their issues now has not seen it come
        hold_issues_of(0, here - left)
    for issue in waiting_with.ask(pages=sorted(pages), at=timezone.now()) if pages else ():
        if not issue.pages.filter(pk__in=here).exists():
            _let_go(issue, article, by)
        keep_whole(issue, by=by, story=article)


@Question
def waiting_with(pages, at):
    return Issue.objects.waiting(at).filter(pages__in=pages).distinct().order_by("pk")


def _let_go(issue, story, by):
    """What stands on none of its pages any more does not go out with it; another signed issue gives its own hour."""
    if waiting_for(issue.published_at, [story]):
        lose_hour([story], by, str(issue))
        _keep_others_whole(issue, [story], by, story=story)


def _keep_others_whole(issue, stories, by, story=None):
    """A story that stands in another signed issue too waits for that one now."""
    others = Issue.objects.waiting().exclude(pk=issue.pk).filter(pages__placements__article__in=stories)
    for other in others.distinct().order_by("pk") if stories else []:
        keep_whole(other, by=by, story=story)


def _placed(issue):
    return hold_stories(placements__page__issue=issue, withdrawn_at=None)


def _put_off(issue, stories, lacking, by):
    if issue.published_at is None:
        return
    words = " ".join(lacking)
    waiting = waiting_for(issue.published_at, stories)
    lose_hour(waiting, by)
    set_fields(issue, published_at=None)
    no_longer_out_at(issue)
    AuditEntry.note(verb="put_off", record=issue, by=by, words=words)
    issue_is_missing(issue, words, by)
    _keep_others_whole(issue, waiting, by)


def _set_out(issue, stories, by):
    """Back at its hour, or at once where that has passed; and with it what has come to it since."""
    hour = issue.published_at or max(issue.signed_for, timezone.now())
    going = [story for story in stories if story.published_at is None] + waiting_for_later(issue, stories, hour)
    if going:
        go_out_together(going, hour, by)
        tell_going_out(issue, going, at=hour, by=by)
    if issue.published_at is None:
        set_fields(issue, published_at=hour)
        out_at(issue)
        issue_is_whole(issue)
        AuditEntry.note(verb="whole", record=issue, by=by, words=f"{timezone.localtime(hour):%Y-%m-%d %H:%M}")
