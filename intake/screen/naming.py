"""What an editor said of the names and the column of a story, worked into it: its draft then has nothing to ask."""

from dataclasses import fields, replace

from intake.drafting.checked import LEFT, CheckedStory, person_key
from intake.reading.doubts import NAME_UNSURE
from intake.reading.result import StoryRead
from intake.screen.column_form import ColumnForm
from intake.screen.name_form import NameForm
from intake.screen.questions import Questions


class Naming:
    """The lines of one story. may: what the colleague may enter (intake.drafting.entering)."""

    def __init__(self, data, prefix, questions: Questions, may):
        self.names = [
            NameForm(data, question=question, may_enter=may.names, prefix=f"{prefix}-name-{question.key}")
            for question in questions.names
        ]
        self.too_many = {person_key(question.said): LEFT for question in questions.too_many}
        self.column = None
        if questions.column:
            said = {"question": questions.column, "may_found": may.columns}
            self.column = ColumnForm(data, prefix=f"{prefix}-column", **said)

    @property
    def forms(self):
        return [*self.names, *([self.column] if self.column else [])]

    def is_valid(self):
        return all(form.is_valid() or not form.is_bound for form in self.forms)

    def checked(self, story):
        """The story as these lines leave it."""
        lines = {person_key(form.question.said): form for form in self.names}
        photos = [with_credits(photo, restated_all(photo.credits, lines)) for photo in story.photos]
        parts = {field.name: getattr(story, field.name) for field in fields(StoryRead)}
        parts |= {"credits": (*restated_all(story.credits, lines), *self.found_beside()), "photos": photos}
        parts["doubts"] = [doubt for doubt in story.doubts if not self.is_answered(doubt)]
        return CheckedStory(**parts, people=self.people(), founds_column=self.founds_column())

    def found_beside(self):
        """Names that were read in no role, and are credited now."""
        taken = [form for form in self.names if not form.question.is_credited and form.decision != LEFT]
        return [form.restated(form.question.said) for form in taken]

    def is_answered(self, doubt):
        """What the editor has decided about, or said to be no name."""
        said = [form for form in self.names if form.question.said.name == doubt.detail]
        return doubt.code == NAME_UNSURE and any(form.is_decided() for form in said)

    def people(self):
        """An answer stands above no answer, where two names were put right to one."""
        decided = sorted(self.names, key=lambda form: form.decision != LEFT)
        return self.too_many | {person_key(form.restated(form.question.said)): form.decision for form in decided}

    def founds_column(self):
        return not self.column or bool(self.column.answers.get("found"))

    def column_chosen(self):
        return self.column.answers.get("instead") or "" if self.column else ""


def restated_all(credits, lines):
    """Without those that are no names."""
    for credit in credits:
        line = lines.get(person_key(credit))
        if not line:
            yield credit
        elif not line.is_no_name:
            yield line.restated(credit)


def with_credits(photo, credits):
    """The same photo where its names are the same: pictures know their photo by its identity."""
    credits = tuple(credits)
    return photo if credits == photo.credits else replace(photo, credits=credits)
