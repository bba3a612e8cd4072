"""
A story's way to the reader once it is signed off (articles.reviewing): published, withdrawn; and a whole issue at once.

Every act takes the story's row first, so that two people pressing at once act one after the other, writes the lists and
the audit log in the same transaction, and refuses with a `Refusal` that is worded for the editor.
"""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.acting import Refusal as Refusal
from articles.acting import require, set_fields
from articles.as_read import as_read
from articles.coming_out import tell_going_out
from articles.exchanged import readdress_unshown
from articles.filing import relist
from articles.going_out import go_out, go_out_together, going_with, hour_of, require_pictures, require_sound
from articles.history.acts import Step
from articles.holding import held, hold_stories
from articles.issuing import keep_whole_with, sign_for
from articles.models.article import Article, Stage
from articles.models.issue import Issue
from articles.page_files import readdress_pages_of, take_down
from articles.telling import chiefs, tell_authors
from desk.models import AuditEntry


@as_read
@transaction.atomic
def publish(article, *, at=None, by=None):
    """Out at that time. A future time is an embargo: to come out sooner the story is unscheduled first, by someone."""
    stored = held(article)
    require(stored.stage == Stage.READY, _("The story has not been signed off."))
    is_free = stored.published_at is None or (at is None and waits_with_its_issue(stored))
    require(is_free, _("The story has been published or has its time already."))
    require_pictures([article])
    require_sound([article])
    hour = at or timezone.now()
    go_out(article, hour, by)
    if article.is_scheduled:
        readdress_pages_of(article)
    tell_going_out(article, [article], at=hour, by=by)


@transaction.atomic
def unschedule(article, *, by=None):
    stored = held(article)
    require(stored.is_scheduled, _("The story is not waiting for a time."))
    with_issue = _("It waits for the hour of its issue: take it off the page, or take the issue's signing back.")
    require(not waits_with_its_issue(stored), with_issue)
    set_fields(article, published_at=None)
    relist(article)
    AuditEntry.note(verb="unschedule", record=article, by=by)
    tell_authors(article, "unscheduled", by=by)
    article.keep_version(by=by, why=Step.UNSCHEDULED)


@transaction.atomic
def withdraw(article, *, by=None, reason=""):
    """撤稿: the address answers 410 from now on; what the pages showed of the story goes with it."""
    require(held(article).is_published, _("Only a published story can be withdrawn."))
    set_fields(article, withdrawn_at=timezone.now())
    relist(article)
    _take_pictures_away(article)
    AuditEntry.note(verb="withdraw", record=article, by=by, words=reason)
    tell_authors(article, "withdrawn", by=by, words=reason, also=chiefs(article), over=["published", "restored"])
    article.keep_version(by=by, why=Step.WITHDRAWN, words=reason)
    keep_whole_with(article, by=by)


@transaction.atomic
def restore(article, *, by=None, reason=""):
    """Undoes a withdrawal: the story stands again where it stood, under its old date."""
    require(held(article).is_withdrawn, _("The story has not been withdrawn."))
    require_pictures([article])
    set_fields(article, withdrawn_at=None)
    relist(article)
    AuditEntry.note(verb="restore", record=article, by=by, words=reason)
    tell_authors(article, "restored", by=by, words=reason, also=chiefs(article), over=["withdrawn"])
    article.keep_version(by=by, why=Step.BROUGHT_BACK, words=reason)
    keep_whole_with(article, by=by)


@as_read
@transaction.atomic
def publish_issue(issue, *, at=None, by=None, as_printed=False):
    """
    The whole issue at its hour, or nothing of it. Returns the number of stories on its pages.

    A story that has a time of its own keeps it: readers know it already, or its embargo is not ours to break. An issue
    that is out stays out when it is published again, with what has been placed on it since.
    """
    before = held(issue)
    stories = hold_stories(placements__page__issue=issue, withdrawn_at=None)
    require(stories, _("Nothing stands on the pages of this issue."))
    unsigned = [story.headline for story in stories if story.stage != Stage.READY]
    require(not unsigned, _("Not signed off yet: %(headlines)s") % {"headlines": "、".join(unsigned)})
    hour = at or hour_of(issue)
    is_out = before.is_published
    going = going_with(before, stories, hour)
    require_pictures(going)
    if not as_printed:
        require_sound(going, issue)
    if is_out:
        go_out_together(going, hour, by)
    else:
        sign_for(issue, hour, going, by=by)
    if going:
        tell_going_out(issue, going, at=hour, by=by)
    AuditEntry.note(verb="publish", record=issue, by=by)
    return len(stories)


def waits_with_its_issue(story):
    """A signed one, whose hour is the story's only one: it may come out sooner, and no less than the issue."""
    if not story.is_scheduled:
        return False
    signed = Issue.objects.waiting().filter(published_at=story.published_at)
    return signed.filter(pages__placements__article=story).exists()


def placed_stories(issue):
    return Article.objects.filter(placements__page__issue=issue, withdrawn_at=None).distinct().order_by("pk")


def _take_pictures_away(article):
    """Pages that print it lose picture and PDF; photos that no other published story shows change their address."""
    for page in article.pages.order_by("pk"):
        take_down(page)
    readdress_unshown(article.photos)
