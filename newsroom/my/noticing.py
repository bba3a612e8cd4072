"""
见报通知: who is told that a story is out. The clock decides that it is: the worker looks every minute at what has come
out of late, makes one notice for each story and person, and plans its letter in the same transaction.
"""

from collections import defaultdict
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from articles.models import Article, Printed
from bylines.models import Contributor
from desk import jobs
from intake.models import Contribution, PrintNotice
from tally.questions import CORRESPONDENTS

# What was printed longer ago is filed, and no news to anybody.
NEWS = timedelta(days=1)


def notice_prints():
    """A duty of the clock."""
    if not settings.PRINT_NOTICES:
        return
    now = timezone.now()
    out = Article.objects.published(now).filter(published_at__gt=now - NEWS)
    stories = list(out.order_by("published_at", "pk").values_list("pk", flat=True))
    known = noticed(stories)
    for story, people in people_of(stories).items():
        for contributor, contribution in people:
            if (story, contributor and contributor.pk, None if contributor else contribution.pk) not in known:
                notice(story, contributor, contribution)


def noticed(stories):
    rows = PrintNotice.objects.filter(article__in=stories)
    keys = rows.values_list("article", "contributor", "contribution")
    return {(story, person, None if person else submission) for story, person, submission in keys}


@transaction.atomic
def notice(story, contributor, contribution):
    """Two workers who look at once make one of it: the table holds no second."""
    whom = {"contributor": contributor} if contributor else {"contributor": None, "contribution": contribution}
    row, is_new = PrintNotice.objects.get_or_create(
        article_id=story, **whom, defaults={"contribution": contribution} if contributor else {}
    )
    if is_new:
        jobs.plan("print_notice", once=str(row.pk), notice=row.pk)


def people_of(stories):
    """{story: [(contributor or None, submission or None)]}: correspondents in its credits and under its pictures, and
    whoever handed it in. Somebody of the register goes with the own submission."""
    credited, handed_in = credited_in(stories), handed_in_as(stories)
    standing = Contributor.objects.in_bulk({key for keys in credited.values() for key in keys})
    return {story: pairs(credited[story], handed_in[story], standing) for story in stories}


def pairs(credited, handed_in, standing):
    people = {key: [standing[key], None] for key in sorted(credited)}
    others = []
    for contribution in handed_in:
        person = contribution.contributor.as_it_stands() if contribution.contributor_id else None
        key = person.pk if person else next((k for k in people if people[k][0].name == contribution.name), None)
        if key is None:
            others.append((None, contribution))
        else:
            people.setdefault(key, [person, None])[1] = contribution
    return [*map(tuple, people.values()), *others]


def credited_in(stories):
    found = defaultdict(set)
    credits = Printed.objects.filter(article__in=stories, role__in=CORRESPONDENTS)
    for story, person in credits.order_by().values_list("article", "contributor"):
        found[story].add(person)
    return found


def handed_in_as(stories):
    found = defaultdict(list)
    rows = Contribution.objects.filter(letter__article__in=stories).select_related("letter", "contributor")
    for row in rows.order_by("pk"):
        found[row.letter.article_id].append(row)
    return found
