"""
The rule of retention. For HISTORY_WHOLE_DAYS days (0: for ever) every version is kept. Of what is older the last
version of each day stays, and besides that for good: the first and the latest, every one that readers saw, that was
submitted, reviewed, sent back, signed or let out, and every one that was not simply typed (corrected, restored, found).

Each version is weighed once, when its whole day has grown old: it goes, or it stays. So a round is bounded, and what
was missed while no worker ran is made up for by the next rounds.
"""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from articles.history.acts import PASSING
from articles.history.keeping import held_as_filed
from articles.history.showing import versions_out
from articles.models import Article, Revision
from desk.days import midnight

STORIES = 200  # in one round of the worker


def thin_out(*, now=None, stories=STORIES, dry_run=False):
    """One round. Returns (stories looked at, versions that went)."""
    if not settings.HISTORY_WHOLE_DAYS:
        return 0, 0
    until = before_which(now or timezone.now())
    due = Revision.objects.filter(weighed_at=None, at__lt=until).order_by("at").values_list("article", flat=True)
    keys = list(dict.fromkeys(due[: stories * 10]))[:stories]
    return len(keys), sum(thin_story(key, until, dry_run) for key in keys)


def before_which(now):
    """Midnight, so that no day is weighed in two halves."""
    day = timezone.localdate(now) - timedelta(days=settings.HISTORY_WHOLE_DAYS)
    return midnight(day)


@transaction.atomic
def thin_story(key, until, dry_run=False):
    """Held: no version is added, published or reviewed meanwhile."""
    article = held_as_filed(Article(pk=key))
    due = article.revisions.filter(weighed_at=None, at__lt=until)
    going = going_of(article, until)
    if not dry_run:
        article.revisions.filter(version__in=going).delete()
        due.update(weighed_at=timezone.now())
    return len(going)


def going_of(article, until):
    revisions = list(article.revisions.defer("packed").order_by("version"))
    milestones = list(article.milestones.order_by("id"))
    staying = {revisions[0].version, revisions[-1].version, article.version}
    staying |= {revision.version for revision in last_of_each_day(revisions)}
    staying |= versions_out(article, revisions, milestones) | reviewed_versions(article)
    marked = {one.revision_id for one in milestones}
    return [
        revision.version
        for revision in revisions
        if revision.weighed_at is None and revision.at < until and revision.why in PASSING
        if revision.version not in staying and revision.pk not in marked
    ]


def last_of_each_day(revisions):
    return {timezone.localdate(revision.at): revision for revision in revisions}.values()


def reviewed_versions(article):
    """The record of reviews names versions by their number."""
    submitted = article.submissions.values_list("version", flat=True)
    reviewed = article.submissions.exclude(reviews=None).values_list("reviews__version", flat=True)
    return {*submitted, *reviewed}
