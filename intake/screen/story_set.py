"""The stories of the intake screen together: one form for each, and nothing lost when they are others than before."""

import json
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from intake.drafting.entering import entering_of
from intake.screen.given_back import given_back
from intake.screen.questions import questions_of
from intake.screen.sent_stories import PART, keys_of, seen_in, sent_stories
from intake.screen.story_fields import initials_of
from intake.screen.story_form import StoryForm


class BaseStoryFormSet(forms.BaseFormSet):
    """One form for each story of the reading, however many a browser sends back, and in whatever order: what was typed
    goes to the story that it was typed for, and to no other."""

    def __init__(self, data=None, *, read_ones, by=None, **kwargs):
        self.stories = [story for one in read_ones for story in one.stories]
        self.questions, self.may = questions_of(self.stories), entering_of(by)
        initial = with_keys(initials_of(self.stories), [key for one in read_ones for key in keys_of(one)])
        self.sent, self.unclaimed = claimed(sent_stories(data), initial)
        super().__init__(bound(data, initial, self.sent), initial=initial, **kwargs)

    def total_form_count(self):
        return len(self.stories)

    initial_form_count = total_form_count

    def get_form_kwargs(self, index):
        own = {"read": self.stories[index], "questions": self.questions[index], "may": self.may}
        return {**super().get_form_kwargs(index), **own}

    def clean(self):
        """The register may have learned a name since the text was read, and the text be parted otherwise now; or one of
        the files has gone."""
        if self.unclaimed or None in self.sent:
            raise ValidationError(_("The text is read into other stories now than before: please check every story."))

    @property
    def left_over(self):
        """The words of stories that are none now, for copying."""
        return given_back(self.unclaimed)


def with_keys(initial, keys):
    """Each form knows its story, and what it showed of it."""
    known = ({"story": key, "fields": seen_in(fields)} for key, fields in zip(keys, initial, strict=True))
    return [{**fields, "seen": json.dumps(own)} for fields, own in zip(initial, known, strict=True)]


def claimed(came, initial):
    """For each story of now what came back of it, or None; and what came back of no story of now."""
    left, found = list(came), []
    for fields in initial:
        key = json.loads(fields["seen"])["story"]
        own = next((story for story in left if story.key == key), None)
        left = [story for story in left if story is not own]
        found.append(own)
    return found, left


def bound(data, initial, sent):
    """What was sent, under the numbers of now, with every story that was not as it was read."""
    if data is None:
        return None
    others = {name: value for name, value in data.dict().items() if not PART.fullmatch(name)}
    own = {
        f"form-{number}-{name}": value
        for number, (fields, story) in enumerate(zip(initial, sent, strict=True))
        for name, value in (story.fields if story else fields).items()
    }
    return {**others, **own, "form-TOTAL_FORMS": len(initial), "form-INITIAL_FORMS": len(initial)}


StoryFormSet: Any = forms.formset_factory(StoryForm, formset=BaseStoryFormSet, extra=0)
