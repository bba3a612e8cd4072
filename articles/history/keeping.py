"""
The one place where a story's version rises. It takes the story's row first, so that two numbers never clash, and looks
at what is stored: whatever somebody has in memory does not matter.
"""

from django.apps import apps
from django.db import transaction
from django.db.models import F

from articles.history.acts import BEGINNINGS, Step, Why
from articles.history.changing import change_between
from articles.history.listeners import WRITTEN, tell, tell_of_new
from articles.history.snapshot import FILED, capture, capture_all, completed
from articles.holding import hold
from desk.composed_once import Question


@transaction.atomic
def keep(article, *, by=None, why, words=""):
    """The version that stands now: a new one where the story reads differently from the last, else that one."""
    stored = held_as_filed(article)
    now, last = capture(stored), last_of(stored)
    is_step = why in Step.values
    before = completed(last.snapshot, now) if last and last.digest != now.digest else None
    if last is None or (before and before.digest != now.digest):
        last = write(stored, now, last, by=None if is_step else by, why=Why.FOUND if is_step else why, words=words)
        if before is not None and not is_step and why != Why.FOUND:  # what is only found is nobody's act
            tell(stored, before, now, by=by)
        elif before is None:
            tell_of_new(stored, now, by=by)
    if is_step:
        stored.milestones.create(revision=last, step=why, by=by, words=words[:300])
    # What the change brought about besides: a story that was reviewed is in review again, and has lost its time.
    article.version, article.stage, article.published_at = stored.version, stored.stage, stored.published_at
    return last


@transaction.atomic
def keep_step(articles, step, *, by=None, words=""):
    """The same step of many that are held, in a fixed number of queries: `keep` for each that has changed unseen."""
    from articles.models import Milestone  # the models import this module

    last, reads_as_before = unchanged(articles)
    rows = [
        Milestone(article=article, revision=last[article.pk], step=step, by=by, words=words[:300])
        for article in articles
        if article.pk in reads_as_before
    ]
    Milestone.objects.bulk_create(rows)
    for article in articles:
        if article.pk not in reads_as_before:
            keep(article, by=by, why=step, words=words)


def unchanged(articles):
    """{key: last version}, without what was packed, and the keys of those that read as it does."""
    model = type(articles[0]) if articles else None
    if model is None:
        return {}, set()
    stored = list(model.objects.filter(pk__in=[article.pk for article in articles]).select_related(*FILED))
    now = capture_all(stored)
    rows = stored[0].revisions.model.objects.filter(article__in=stored, version=F("article__version")).defer("packed")
    last = {row.article_id: row for row in rows}
    return last, {pk for pk, row in last.items() if row.digest == now[pk].digest}


@transaction.atomic
def notice(article, *, by=None):
    """A change that nobody kept, before an act that takes the last version for what stands there: it is told."""
    stored = held_as_filed(article)
    now, last = capture(stored), last_of(stored)
    before = completed(last.snapshot, now) if last and last.digest != now.digest else None
    if before and before.digest != now.digest:
        write(stored, now, last, why=Why.FOUND)
        tell(stored, before, now, by=by)
    article.version, article.stage, article.published_at = stored.version, stored.stage, stored.published_at


@transaction.atomic
def keep_as_found(article):
    """Before its first change that is kept: the story as it stands, dated as it was last saved."""
    if any_version.ask(key=article.pk):
        return
    stored = held_as_filed(article)
    if last_of(stored) is None:  # asked again: of two who come at once the second has waited for the first
        write(stored, capture(stored), None, why=Why.FOUND, at=stored.updated_at)


def held_as_filed(article):
    """With what the story is filed under."""
    stored = stored_as_filed.first(key=article.pk)
    if stored is None:
        raise type(article).DoesNotExist
    return stored


def last_of(article):
    return last_version.first(key=article.pk)


def rows_of(model):
    return apps.get_model("articles", model).objects  # the models import this module


def versions(key):
    return rows_of("Revision").filter(article=key)


stored_as_filed = Question(lambda key: hold(rows_of("Article").filter(pk=key).select_related(*FILED)))
last_version = Question(lambda key: versions(key).order_by("-version")[:1])
any_version = Question(lambda key: versions(key).order_by().values_list("pk", flat=True)[:1])


def write(stored, now, last, *, why, words="", **said):
    if last is not None or why not in BEGINNINGS:
        stored.version += 1
        type(stored).objects.filter(pk=stored.pk).update(version=stored.version)
    for call in WRITTEN:
        call(stored, last and last.snapshot, now, why)
    return stored.revisions.create(
        version=stored.version,
        why=why,
        words=words[:300],
        packed=now.pack(),
        digest=now.digest,
        **change_between(last.snapshot if last else None, now)._asdict(),
        **said,
    )
