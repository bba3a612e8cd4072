"""The rubric of a story that is no column of the paper yet: founded, or one that runs."""

from django import forms
from django.utils.translation import gettext_lazy as _

from intake.screen.questions import ColumnQuestion


class ColumnForm(forms.Form):
    found = forms.BooleanField(label=_("found this column"), required=False)
    instead = forms.ChoiceField()  # its choices are of the question

    def __init__(self, data=None, *, question: ColumnQuestion, may_found, **kwargs):
        self.question, self.may_found = question, may_found
        was_sent = data is not None and f"{kwargs['prefix']}-instead" in data
        super().__init__(data if was_sent else None, initial={"found": may_found and question.is_marked}, **kwargs)
        if not may_found:
            del self.fields["found"]
        choices = [("", "—"), *((column.name, column.name) for column in question.alike)]
        self.fields["instead"] = forms.ChoiceField(label=_("or it is"), required=False, choices=choices)

    @property
    def answers(self):
        return self.cleaned_data if self.is_bound else self.initial
