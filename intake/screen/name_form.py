"""One name that the register lacks or cannot tell: taken in, put right, somebody else's, or no name at all."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy, pgettext_lazy

from bylines.models import Contributor, Role
from bylines.printing import stands_as
from bylines.register import as_entered
from bylines.restating import restated
from intake.drafting.checked import LEFT, Decision, unit_of
from intake.screen.questions import NEW, NameQuestion

NO_NAME = "none"
WORDS = [(value, label) for value, label in Role.choices if value != Role.AGENCY]
LIMITS = {name: Contributor._meta.get_field(name).max_length or 0 for name in ("name", "unit")}


class NameForm(forms.Form):
    take = forms.BooleanField(label=_("take into the register"), required=False)
    name = forms.CharField(label=pgettext_lazy("person", "name"), required=False)
    word = forms.ChoiceField(label=_("role"), required=False, choices=WORDS)
    unit = forms.CharField(label=_("unit"), required=False)
    instead = forms.ChoiceField()  # its choices are of the question

    def __init__(self, data=None, *, question: NameQuestion, may_enter, **kwargs):
        self.question, self.may_enter = question, may_enter
        said = question.said
        initial = {"name": said.name, "word": stands_as(said), "unit": unit_of(said)}
        initial["take"] = may_enter and question.why == NEW
        was_sent = data is not None and f"{kwargs['prefix']}-name" in data
        super().__init__(data if was_sent else None, initial=initial, **kwargs)
        if not may_enter:
            del self.fields["take"]
        self.fields["instead"] = forms.ChoiceField(label=_("or it is"), required=False, choices=self.choices())

    def choices(self):
        people = [(str(person.pk), described(person)) for person in self.question.known.people]
        return [("", self.undecided), *people, (NO_NAME, _("this is no name"))]

    @property
    def undecided(self):
        """What happens without a choice and without a tick."""
        namesakes = self.question.known.namesakes
        if len(namesakes) == 1:
            return format_lazy(_("as the register has it: {person}"), person=str(namesakes[0]))
        return _("undecided: the first is credited, a doubt stays") if namesakes else "—"

    def clean(self):
        """What is not used may be anything: nobody has to put right what stays a doubt."""
        cleaned = super().clean()
        if self.uses_words():
            self._clean_name(cleaned)
            for name, most in LIMITS.items():
                if len(cleaned.get(name) or "") > most:
                    self.add_error(name, ValidationError(_("No longer than %d characters.") % most))
        return cleaned

    def _clean_name(self, cleaned):
        """What print spaced out (林 岚) was read without its spaces already; what is typed is taken the same way."""
        if not cleaned.get("name"):
            if "name" not in self.errors:
                self.add_error("name", _("Write the name."))
            return
        try:
            cleaned["name"] = as_entered(cleaned["name"])
        except ValueError:
            self.add_error("name", _("A name has letters or characters, and no < or >."))

    def uses_words(self):
        return self.answers.get("instead") != NO_NAME and (self.question.is_credited or self.is_decided())

    def is_decided(self):
        return self.decision != LEFT or self.is_no_name

    @property
    def answers(self):
        """As sent, or where nothing was sent, as shown."""
        return self.cleaned_data if self.is_bound else self.initial

    @property
    def is_no_name(self):
        return self.answers.get("instead") == NO_NAME

    @property
    def decision(self):
        instead = self.answers.get("instead")
        if instead and instead != NO_NAME:
            return Decision(person=int(instead))
        if self.may_enter and self.answers.get("take"):
            return Decision(enters=True, is_another=bool(self.question.known.namesakes))
        return LEFT

    def restated(self, credit):
        """The credit, with what the editor put right. A role stands for those credits that were read in it."""
        said = self.answers
        word = said.get("word") if stands_as(credit) == stands_as(self.question.said) else ""
        unit = credit.unit if said["unit"] == unit_of(credit) else said["unit"]
        return restated(credit, name=said["name"], word=word or stands_as(credit), unit=unit)


def described(person):
    """What tells namesakes apart: unit, region, role, work so far."""
    work = ngettext_lazy("%d credit", "%d credits", person.credits) % person.credits
    parts = [str(person), person.region.name if person.region else "", person.get_usual_role_display(), str(work)]
    return " · ".join(filter(None, parts))
