"""
A story's way to the reader once it is signed off (articles.reviewing): published, withdrawn; and a whole issue at once.

Every act takes the story's row first, so that two people pressing at once act one after the other, writes the lists and
the audit log in the same transaction, and refuses with a `Refusal` that is worded for the editor.
"""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import pictures
from articles.acting import Refusal as Refusal
from articles.acting import require, set_fields
from articles.as_read import as_read
from articles.checks import held_back, held_back_issue
from articles.coming_out import tell_going_out
from articles.exchanged import readdress_unshown
from articles.filing import relist
from articles.history.acts import Step
from articles.holding import held, hold_stories
from articles.models.article import Article, Stage
from articles.page_files import take_down
from articles.telling import chiefs, tell_authors
from desk.models import AuditEntry, Paper


@as_read
@transaction.atomic
def publish(article, *, at=None, by=None):
    """Out at that time. A future time is an embargo: to come out sooner the story is unscheduled first, by someone."""
    stored = held(article)
    require(stored.stage == Stage.READY, _("The story has not been signed off."))
    require(stored.published_at is None, _("The story has been published or has its time already."))
    _require_pictures([article])
    require_sound([article])
    hour = at or timezone.now()
    _go_out(article, hour, by)
    tell_going_out(article, [article], at=hour, by=by)


@transaction.atomic
def unschedule(article, *, by=None):
    require(held(article).is_scheduled, _("The story is not waiting for a time."))
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


@transaction.atomic
def restore(article, *, by=None, reason=""):
    """Undoes a withdrawal: the story stands again where it stood, under its old date."""
    require(held(article).is_withdrawn, _("The story has not been withdrawn."))
    _require_pictures([article])
    set_fields(article, withdrawn_at=None)
    relist(article)
    AuditEntry.note(verb="restore", record=article, by=by, words=reason)
    tell_authors(article, "restored", by=by, words=reason, also=chiefs(article), over=["withdrawn"])
    article.keep_version(by=by, why=Step.BROUGHT_BACK, words=reason)


@as_read
@transaction.atomic
def publish_issue(issue, *, at=None, by=None):
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
    going = [story for story in stories if _goes_out_with(story, before)]
    _require_pictures(going)
    require_sound(going, issue)
    hour = at or hour_of(issue)
    if not before.is_published:
        issue.published_at = hour
        issue.save(update_fields=["published_at"])
    for story in going:
        _go_out(story, hour, by)
    if going:
        tell_going_out(issue, going, at=hour, by=by)
    AuditEntry.note(verb="publish", record=issue, by=by)
    return len(stories)


def placed_stories(issue):
    return Article.objects.filter(placements__page__issue=issue, withdrawn_at=None).distinct().order_by("pk")


def hour_of(issue, now=None):
    """
    When an issue goes out: at the paper's hour of its date. Today's issue, when that hour is past, goes out at once; an
    older one is filed under the hour at which it was printed.
    """
    now = now or timezone.localtime()
    hour = timezone.make_aware(datetime.combine(issue.date, Paper.current().publication_hour))
    return max(hour, now) if issue.date == now.date() else hour


def _goes_out_with(story, issue):
    waits_with_it = story.is_scheduled and story.published_at == issue.published_at
    return story.published_at is None or waits_with_it


def _go_out(article, at, by):
    set_fields(article, published_at=at)
    relist(article)
    AuditEntry.note(verb="publish", record=article, by=by)
    article.keep_version(by=by, why=Step.PUBLISHED)


def _take_pictures_away(article):
    """Pages that print it lose picture and PDF; photos that no other published story shows change their address."""
    for page in article.pages.order_by("pk"):
        take_down(page)
    readdress_unshown(article.photos)


def _require_pictures(stories):
    """The last word on caption, credit, alt text, source and photos for one use. Held: so it stays true until they are
    out, and of two stories at once with one photo the second finds the first."""
    pictures.hold_pictures_of(stories)
    faults = pictures.faults(stories)
    told = [_named(story, faults[story.pk]) for story in stories if story.pk in faults]
    require(not told, " ".join(told))


def require_sound(stories, issue=None):
    """A paper that holds back what has errors that nobody let stand does so here, and says which."""
    faulty = [*held_back_issue(issue), *held_back(stories)] if issue else held_back(stories)
    told = [_named(record, [hit.message for hit in hits]) for record, hits in faulty]
    require(not told, _("Errors that nobody has let stand: %(told)s") % {"told": " ".join(told)})


def _named(record, sentences):
    name = getattr(record, "headline", record)
    return _("“%(headline)s”: %(what)s") % {"headline": name, "what": "".join(sentences)}
