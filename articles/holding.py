"""
The order in which rows are held: issue, stories (by key), pages, photos (by key). Whoever needs several kinds takes
them in this order, and whoever begins with a page or a photo first takes the stories that stand on it or show it. So
two who want the same rows wait in one line, and never for each other.

No more is taken than a save needs: rows that point at a held one may still be written.
"""

from django.apps import apps
from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone

from desk.composed_once import Question


def held(record):
    """The row as it is now, held until the transaction ends."""
    if record._meta.model_name == "article":
        hold_waiting_issues([record.pk])
    if record._meta.model_name == "issue":
        return held_issue(record)
    return hold(type(record).objects.filter(pk=record.pk)).get()


def held_issue(issue):
    """And the signed ones that share a story with it: in one go, so that two of them never wait for each other."""
    issues = type(issue).objects
    shared = issues.waiting().filter(pages__placements__article__placements__page__issue=issue.pk)
    rows = {row.pk: row for row in hold(issues.filter(Q(pk=issue.pk) | Q(pk__in=shared.values("pk"))))}
    if issue.pk not in rows:
        raise issues.model.DoesNotExist
    return rows[issue.pk]


def hold(rows):
    """To be read by the caller: rows are held one after the other, as they are read."""
    return rows.select_for_update(no_key=True, of=("self",)).order_by("pk")


def hold_stories(**which):
    """All that are so, as they are now. Joins stay inside: only the stories themselves are held."""
    stories = apps.get_model("articles", "Article").objects
    chosen = stories.filter(**which).values("pk")
    hold_waiting_issues(chosen)
    return list(hold(stories.filter(pk__in=chosen)))


def hold_waiting_issues(stories):
    """Signed ones with any of these stories: whatever becomes of a story may take their hour from them."""
    issues = apps.get_model("articles", "Issue").objects
    theirs = issues.filter(pages__placements__article__in=stories).values("pk")
    list(hold(issues.waiting().filter(pk__in=theirs)).values_list("pk"))


def hold_issues_of(story, pages=()):
    """
    Before a story is saved: the issues in which it stands (by its key; 0 for a new one), and those of the pages that it
    comes to, unless they are out. Who signs one at that moment sees the story come or go, or waits until it has.
    """
    issues_to_hold.ask(story=story, pages=sorted(pages), at=timezone.now())


@Question
def issues_to_hold(story, pages, at):
    """Two looks into indexes: of one condition over both SQLite reads all placements there are."""
    pages_known = apps.get_model("articles", "Page").objects
    standing = Q(pk__in=pages_known.filter(placements__article=story).values("issue"))
    coming = Q(pk__in=pages_known.filter(pk__in=pages).values("issue"))
    return hold(apps.get_model("articles", "Issue").objects.not_out(at).filter(standing | coming)).values_list("pk")


def hold_stories_with(photos):
    """
    photos: their keys. The photos are held too: until then a story may have taken one, which nobody holds yet. So all
    are let go and taken anew, the stories first; once the photos are held, no story takes one any more.
    """
    if not connection.features.has_select_for_update:
        return
    while True:
        point = transaction.savepoint()
        stories = hold_stories(illustrations__photo__in=photos)
        list(hold(apps.get_model("media", "Photo").objects.filter(pk__in=photos)).values_list("pk"))
        shown_in = apps.get_model("articles", "Illustration").objects.filter(photo__in=photos)
        if not shown_in.exclude(article__in=stories).exists():
            return transaction.savepoint_commit(point)
        transaction.savepoint_rollback(point)  # gives back what was held since


def hold_stories_on(*pages, coming=()):
    """coming: keys of the stories that are about to be put there."""
    stories = apps.get_model("articles", "Article").objects
    chosen = Q(placements__page__in=pages) | Q(pk__in=coming)
    issues = apps.get_model("articles", "Issue").objects
    theirs = issues.filter(pages__in=[page for page in pages if page]).values("pk")
    waiting = issues.waiting().filter(pages__placements__article__in=stories.filter(chosen).values("pk")).values("pk")
    # All of them in one go: a story may stand in two signed issues, and each keeps its hour by it.
    list(hold(issues.filter(Q(pk__in=theirs) | Q(pk__in=waiting))).values_list("pk"))
    list(hold(stories.filter(pk__in=stories.filter(chosen).values("pk"))).values_list("pk"))
