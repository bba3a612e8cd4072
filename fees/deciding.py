"""好稿 and 分成: what editors decide about the fee of one story. What is decided anew takes back what stood."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.acting import require
from articles.holding import held
from articles.models import Printed
from articles.models.printed import BESIDE_THE_WRITERS
from desk.models import AuditEntry
from fees.models import Division, DivisionPart, StoryGrade


@transaction.atomic
def give_grade(article, grade, *, by, words=""):
    """grade: None takes the one that stands back."""
    story = held_in_print(article)
    standing = StoryGrade.objects.standing().filter(article=story).first()
    if standing and grade and standing.grade_id == grade.pk:
        return
    require(grade or standing, _("The story has no grade."))
    if standing:
        take_back(StoryGrade.objects.filter(pk=standing.pk), by)
    if grade:
        StoryGrade.objects.create(article=story, grade=grade, given_by=by, words=words)
    said = f"{standing.grade if standing else '—'} → {grade or '—'}"
    AuditEntry.note(verb="grade", record=story, by=by, words=f"{said} {words}".strip())


@transaction.atomic
def divide(article, weights, *, by, words):
    """weights: {contributor's key: parts} of exactly those who wrote it; {} shares equally again."""
    story = held_in_print(article)
    standing = Division.objects.standing().filter(article=story)
    require(weights or standing.exists(), _("It is shared equally already."))
    require(not weights or weights.keys() == set(writers_of(story)), _("The names of the story have changed."))
    take_back(standing, by)
    if weights:
        division = Division.objects.create(article=story, decided_by=by, words=words)
        DivisionPart.objects.bulk_create(
            DivisionPart(division=division, contributor_id=person, weight=weight)
            for person, weight in sorted(weights.items())
        )
    said = ":".join(str(weight) for _person, weight in sorted(weights.items())) or "1:1"
    AuditEntry.note(verb="divide", record=story, by=by, words=f"{said} {words}".strip())


def writers_of(article):
    """Keys of those who share the fee for the words."""
    rows = Printed.objects.filter(article=article, photo=None).exclude(role__in=BESIDE_THE_WRITERS)
    return sorted(set(rows.values_list("contributor", flat=True)))


def take_back(rows, by):
    rows.filter(taken_back_at=None).update(taken_back_at=timezone.now(), taken_back_by=by)


def held_in_print(article):
    story = held(article)
    require(story.is_published, _("Only a printed story is paid for."))
    return story
