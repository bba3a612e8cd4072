"""Choosing a person in a table of many rows: whoever is known already is not asked for row by row."""

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect


class KnownPeopleSelect(AutocompleteSelect):
    people: dict = {}

    def optgroups(self, name, value, attrs=None):
        chosen = [(key, self.people.get(key)) for key in map(str, value) if key]
        blank = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        named = [self.create_option(name, key, str(person), True, 1) for key, person in chosen if person]
        return [(None, [*blank, *named], 0)]


class KnownPeopleField(forms.ModelChoiceField):
    """`know(people)`: {key as posted: person}."""

    people: dict = {}

    def know(self, people):
        self.people = self.widget.people = people

    def to_python(self, value):
        return self.people.get(str(value)) or super().to_python(value)
