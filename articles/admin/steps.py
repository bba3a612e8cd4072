"""
One step from a doubt to its name in the byline, or to its column. It travels with the story's own form: whatever else
was typed is saved with it, and a form that somebody has overtaken is refused before anything is done.
"""

import re
from copy import deepcopy
from typing import NamedTuple

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from articles import naming
from articles.models import Column
from articles.publishing import Refusal
from bylines.models import Byline, Contributor, Role
from bylines.printing import stands_as

PRESSED = re.compile(r"(\d{1,18}):(enter|another|is|found|file)(?:-(\d{1,18}))?", re.ASCII)
WORDS = [(value, label) for value, label in Role.choices if value != Role.AGENCY]


def longest(model, name):
    return model._meta.get_field(name).max_length


class Press(NamedTuple):
    """Which button of which doubt was pressed, and for whom or what."""

    doubt: str
    verb: str
    key: str | None


def press_in(data):
    found = PRESSED.fullmatch(data.get("_step", ""))
    return Press(*found.groups()) if found else None


class NameFields(forms.Form):
    name = forms.CharField(
        label=pgettext_lazy("person", "name"), required=False, max_length=longest(Contributor, "name")
    )
    word = forms.ChoiceField(label=gettext_lazy("role"), required=False, choices=WORDS)
    unit = forms.CharField(label=gettext_lazy("unit"), required=False, max_length=longest(Contributor, "unit"))
    person = forms.ModelChoiceField(
        label=gettext_lazy("someone else of the register"),
        queryset=Contributor.objects.all(),
        required=False,
        widget=AutocompleteSelect(Byline._meta.get_field("contributor"), admin.site),
    )


class ColumnFields(forms.Form):
    column = forms.CharField(label=gettext_lazy("column"), required=False, max_length=longest(Column, "name"))


class Step:
    """What can be done about a doubt besides a tick. Its fields stand in the doubt's own form."""

    asks: type[forms.Form]
    verbs: tuple[str, ...]

    def __init__(self, doubt, suggestions, editor):
        self.doubt, self.suggestions, self.editor = doubt, suggestions, editor

    def fields(self):
        return deepcopy(self.asks.base_fields)

    def check(self, press, said):
        """Refuses here what could be refused: the save itself then only does it."""
        if press.verb not in self.verbs:
            raise Refusal(_("This step is not open here."))
        naming.check(self.doubt, by=self.editor)


class NameStep(Step):
    asks = NameFields
    verbs = ("enter", "another", "is")
    template = "admin/articles/article/_name_step.html"

    def words(self):
        said = naming.credit_of(self.doubt)
        return {"name": said.name, "word": stands_as(said), "unit": said.unit}

    @property
    def known(self):
        return self.suggestions.people[self.doubt.about["name"]]

    @property
    def may_enter(self):
        return self.editor.has_perm("bylines.add_contributor")

    def check(self, press, said):
        super().check(press, said)
        if press.verb == "is":
            self.person(press, said)
        else:
            naming.check_keeper(self.editor)
        if not said["name"]:
            raise Refusal(_("Write the name."))
        if press.verb != "is":
            naming.checked_name(said["name"])

    def person(self, press, said):
        person = Contributor.objects.filter(pk=press.key).first() if press.key else said["person"]
        if person is None:
            raise Refusal(_("Choose who it is."))
        return person

    def take(self, press, said):
        """Returns what was done, for the editor."""
        words = {"name": said["name"], "word": said["word"] or self.words()["word"], "unit": said["unit"]}
        if press.verb == "is":
            person = self.person(press, said)
            naming.credit_person(self.doubt, person, by=self.editor, **words)
            return _("%(person)s is credited.") % {"person": person}
        person = naming.take_in(self.doubt, by=self.editor, is_another=press.verb == "another", **words)
        return _("%(person)s stands in the register and is credited.") % {"person": person}


class ColumnStep(Step):
    asks = ColumnFields
    verbs = ("found", "file")
    template = "admin/articles/article/_column_step.html"

    def words(self):
        return {"column": self.doubt.about["column"]}

    @property
    def known(self):
        return self.suggestions.columns[self.doubt.about["column"]]

    @property
    def may_enter(self):
        return self.editor.has_perm("articles.add_column")

    def check(self, press, said):
        super().check(press, said)
        if press.verb == "file":
            self.column(press)
        else:
            naming.check_founding(said["column"], self.editor)

    def column(self, press):
        column = Column.objects.filter(pk=press.key).first() if press.key else None
        if column is None:
            raise Refusal(_("Choose a column."))
        return column

    def take(self, press, said):
        if press.verb == "file":
            column = self.column(press)
            naming.file_under(self.doubt, column, by=self.editor)
        else:
            column = naming.found_column(self.doubt, name=said["column"], by=self.editor)
        return _("The story is filed under %(column)s.") % {"column": column}


def step_of(doubt, suggestions, editor):
    """Of a settled doubt none, nor of one that is neither about a name nor about a column."""
    if doubt.pk is None or doubt.is_settled:
        return None
    if doubt.code in naming.ABOUT_NAMES and doubt.about.get("name") and not suggestions.ask_elsewhere(doubt):
        return NameStep(doubt, suggestions, editor)
    if doubt.code in naming.ABOUT_COLUMNS and doubt.about.get("column"):
        return ColumnStep(doubt, suggestions, editor)
    return None
