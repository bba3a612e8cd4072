"""What the register and the list of columns cannot answer about stories that were read: the editor is asked."""

import re
from hashlib import blake2b
from typing import NamedTuple

from django.utils.translation import gettext_lazy

from articles.models import Column
from articles.naming import can_name_column
from bylines.credits import AGENCY, REPORTER, Credit
from bylines.likeness import lookalikes
from bylines.register import Known, who_may_be
from intake.drafting.checked import person_key, unit_of
from intake.drafting.making import rubrics
from intake.reading.doubts import NAME_UNSURE

NEW, UNSURE, SHARED, ELSEWHERE = "new", "unsure", "shared", "elsewhere"
WHY = {
    NEW: gettext_lazy("not in the register"),
    UNSURE: gettext_lazy("not certain to be a name"),
    SHARED: gettext_lazy("several people have this name"),
    ELSEWHERE: gettext_lazy("the register has this name with another unit"),
}


class NameQuestion(NamedTuple):
    """said: the name as the story says it first. is_credited: it was read in a role, and not only beside one."""

    said: Credit
    why: str
    known: Known
    is_credited: bool

    @property
    def key(self):
        """The same for the same name and unit, wherever the story is read again."""
        return blake2b("\n".join(person_key(self.said)).encode(), digest_size=6).hexdigest()

    @property
    def because(self):
        return WHY[self.why]


class ColumnQuestion(NamedTuple):
    """is_marked: print sets it off as one short rubric (【一线故事】), so that it is hardly anything else."""

    name: str
    alike: list[Column]
    is_marked: bool


class Questions(NamedTuple):
    """too_many: names that the screen has no line for. They are not entered, and stay doubts on the draft."""

    names: list[NameQuestion]
    column: ColumnQuestion | None
    too_many: tuple[NameQuestion, ...] = ()


NO_QUESTIONS = Questions([], None)
# Of all stories together: a line has five fields, and a server takes so many (DATA_UPLOAD_MAX_NUMBER_FIELDS).
MOST_LINES = 1000
MARKS = ("■", "●", "◆", "▲", "★", "☆", "◎", "【", "〔")
LONGEST_RUBRIC = 12  # 新时代“枫桥式”职工之家


def questions_of(stories):
    """Questions for each story, in a fixed number of queries."""
    known = who_may_be({said.name for story in stories for said in names_in(story).values()})
    columns = Column.objects.in_bulk(field_name="name") if any(story.column for story in stories) else {}
    wanted = {name for story in stories if (name := column_in(story)) and name not in columns}
    alike = lookalikes(wanted, columns)
    left, found = MOST_LINES, []
    for story in stories:
        names = list(questions_about(story, known))
        found.append(Questions(names[:left], column_question(story, alike, columns), tuple(names[left:])))
        left -= min(left, len(names))
    return found


def names_in(story):
    """{name and unit: the first credit that says it}; of a token that was read in no role, a credit of the last one."""
    people = everyone_in(story)
    found = {person_key(said): said for said in reversed(people)}
    found = {person_key(said): found[person_key(said)] for said in people}
    credited = {said.name for said in people}
    for token in unsure_in(story):
        if token and token not in credited:
            found[token, ""] = Credit(token, people[-1].role if people else REPORTER)
    return found


def unsure_in(story):
    return dict.fromkeys(doubt.detail for doubt in story.doubts if doubt.code == NAME_UNSURE)


def everyone_in(story):
    credits = [*story.credits, *(credit for photo in story.photos for credit in photo.credits)]
    return [credit for credit in credits if credit.role != AGENCY]


def questions_about(story, known):
    unsure, credited = unsure_in(story), {credit.name for credit in everyone_in(story)}
    for said in names_in(story).values():
        if why := why_asked(said, known[said.name].namesakes, said.name in unsure):
            yield NameQuestion(said, why, known[said.name], said.name in credited)


def why_asked(said, namesakes, is_unsure):
    """None where the register answers: one person of that name, or one of that name and unit."""
    if is_unsure:
        return UNSURE
    if not namesakes:
        return NEW
    units = [person.unit for person in namesakes]
    if len(units) > 1:
        return SHARED if units.count(unit_of(said)) != 1 else None
    return ELSEWHERE if unit_of(said) and units[0] and units[0] != unit_of(said) else None


def column_in(story):
    name = next(iter(rubrics(story.column)), "")
    return name if can_name_column(name) else ""


def column_question(story, alike, columns):
    name = column_in(story)
    if name not in alike:
        return None
    return ColumnQuestion(name, [columns[other] for other in sorted(alike[name])], is_marked(story.column, name))


def is_marked(printed, name):
    """printed: the rubric as it stands in the source, with its ornaments."""
    is_set_off = printed.strip()[:1] in MARKS
    return is_set_off and len(rubrics(printed)) == 1 and len(name) <= LONGEST_RUBRIC and not re.search(r"\s", name)
