"""The stories of the intake screen together: one form for each, and nothing lost when they are others than before."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from intake.drafting.entering import entering_of
from intake.screen.questions import questions_of
from intake.screen.story_fields import AS_TYPED, initials_of
from intake.screen.story_form import StoryForm

SENT = re.compile(r"form-(\d{1,4})-headline", re.ASCII)


class BaseStoryFormSet(forms.BaseFormSet):
    """One form for each story of the reading, however many a browser sends back."""

    def __init__(self, data=None, *, stories, by=None, **kwargs):
        self.stories, self.questions, self.may = stories, questions_of(stories), entering_of(by)
        self.sent = numbers_in(data or {})
        initial = initials_of(stories)
        super().__init__(with_missing(data, initial, self.sent), initial=initial, **kwargs)

    def total_form_count(self):
        return len(self.stories)

    initial_form_count = total_form_count

    def get_form_kwargs(self, index):
        own = {"read": self.stories[index], "questions": self.questions[index], "may": self.may}
        return {**super().get_form_kwargs(index), **own}

    def clean(self):
        """The register may have learned a name since the text was read, and the text be parted otherwise now."""
        if self.sent != set(range(len(self.stories))):
            raise ValidationError(_("The text is read into other stories now than before: please check every story."))

    @property
    def left_over(self):
        """The words of stories that are none now, for copying."""
        names = (*AS_TYPED, "byline", "body", "photos")
        said = [[self.data.get(f"form-{number}-{name}", "") for name in names] for number in sorted(self.sent)]
        return ["\n".join(filter(None, words)) for words in said[len(self.sent & set(range(len(self.stories)))) :]]


def numbers_in(data):
    return {int(found[1]) for key in data if (found := SENT.fullmatch(key))}


def with_missing(data, initial, sent):
    """What was sent, with every story that was not as it was read."""
    if data is None:
        return None
    missing = {
        f"form-{number}-{name}": value
        for number, fields in enumerate(initial)
        if number not in sent
        for name, value in fields.items()
    }
    return {**data.dict(), **missing, "form-TOTAL_FORMS": len(initial), "form-INITIAL_FORMS": len(initial)}


StoryFormSet: Any = forms.formset_factory(StoryForm, formset=BaseStoryFormSet, extra=0)
