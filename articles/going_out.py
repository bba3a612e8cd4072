"""What going out takes, of one story or of an issue's many: nothing missing, an hour, the lists, log and history."""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from articles import pictures
from articles.acting import require, set_fields
from articles.checks import held_back, held_back_issue
from articles.filing import relist, relist_all
from articles.history.acts import Step
from articles.history.keeping import keep_step
from articles.models.article import Article
from articles.models.issue import Issue
from desk.models import AuditEntry, Paper


def hour_of(issue, now=None):
    """
    When an issue goes out: at the paper's hour of its date. Today's issue, when that hour is past, goes out at once; an
    older one is filed under the hour at which it was printed.
    """
    now = now or timezone.localtime()
    hour = planned_hour_of(issue)
    return max(hour, now) if issue.date == now.date() else hour


def planned_hour_of(issue):
    return timezone.make_aware(datetime.combine(issue.date, Paper.current().publication_hour))


def waiting_for(hour, stories):
    """Told by the hour itself and not by the clock, which may pass it while an act is under way."""
    return [story for story in stories if hour is not None and story.published_at == hour and not story.is_withdrawn]


def going_with(issue, stories, hour):
    """What goes out with it at that hour: what has none, or its hour, or waits for a later issue that prints it too."""
    waiting = [] if issue.is_published else waiting_for(issue.published_at, stories)
    going = {story.pk for story in [*waiting, *waiting_for_later(issue, stories, hour)]}
    return [story for story in stories if story.published_at is None or story.pk in going]


def waiting_for_later(issue, stories, hour):
    """A story in two issues comes out with the first of them."""
    scheduled = [story for story in stories if story.published_at and story.published_at > hour and story.is_scheduled]
    if not scheduled:
        return []
    later = Issue.objects.waiting().exclude(pk=issue.pk).filter(published_at__gt=hour)
    placed = later.filter(pages__placements__article__in=scheduled)
    hours = set(placed.values_list("pages__placements__article", "published_at"))
    return [story for story in scheduled if (story.pk, story.published_at) in hours]


def go_out(article, at, by):
    set_fields(article, published_at=at)
    relist(article)
    AuditEntry.note(verb="publish", record=article, by=by)
    article.keep_version(by=by, why=Step.PUBLISHED)


def go_out_together(stories, at, by):
    """In a fixed number of queries, however many they are."""
    _set_hour(stories, at)
    relist_all(stories)
    AuditEntry.note_all(verb="publish", records=stories, by=by)
    keep_step(stories, Step.PUBLISHED, by=by)


def lose_hour(stories, by, words=""):
    """What waited for it waits for nothing now."""
    _set_hour(stories, None)
    relist_all(stories)
    AuditEntry.note_all(verb="unschedule", records=stories, by=by, words=words)
    keep_step(stories, Step.UNSCHEDULED, by=by, words=words)


def _set_hour(stories, at):
    for story in stories:
        story.published_at = at
    keys = [story.pk for story in stories]
    Article.objects.filter(pk__in=keys).update(published_at=at, updated_at=timezone.now())


def require_pictures(stories):
    """The last word on caption, credit, alt text, source and photos for one use."""
    told = lacking_pictures(stories)
    require(not told, " ".join(told))


def lacking_pictures(stories):
    """Sentences. Held: so it stays true until they are out, and of two stories at once with one photo the second finds
    the first."""
    pictures.hold_pictures_of(stories)
    faults = pictures.faults(stories)
    return [_named(story, faults[story.pk]) for story in stories if story.pk in faults]


def require_sound(stories, issue=None):
    """A paper that holds back what has errors that nobody let stand does so here, and says which."""
    told = unsound(stories, issue)
    require(not told, _("Errors that nobody has let stand: %(told)s") % {"told": " ".join(told)})


def unsound(stories, issue=None):
    faulty = [*held_back_issue(issue), *held_back(stories)] if issue else held_back(stories)
    return [_named(record, [hit.message for hit in hits]) for record, hits in faulty]


def _named(record, sentences):
    name = getattr(record, "headline", record)
    return _("“%(headline)s”: %(what)s") % {"headline": name, "what": "".join(sentences)}
