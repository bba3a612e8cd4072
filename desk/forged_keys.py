"""
Keys that no record can have, where a form or an address asks for records: words, signs that only look like figures,
numbers beyond what a database takes for one. Django refuses them where one record is asked for; where several are, and
where the form is shown again with what was chosen, it asks the database for them and fails.
"""

from typing import Any

from django import forms
from django.contrib.admin.widgets import AutocompleteMixin
from django.db.models import IntegerField
from django.db.models.lookups import In

from desk.numbers import LARGEST, key_of


def keep_watch():
    """Once for all forms and lists, Django's own and those of other packages among them."""
    widget: Any = AutocompleteMixin
    field: Any = forms.ModelMultipleChoiceField
    asked, checked = widget.optgroups, field._check_values
    widget.optgroups = lambda self, name, value, attr=None: asked(self, name, possible(value), attr)
    field._check_values = lambda self, value: checked(self, demanded(self, value))
    IntegerField.register_lookup(AmongNumbers)


def possible(values):
    return [value for value in values if not value or key_of(value) is not None]


def demanded(field, values):
    """What is no key is no valid choice; of a field that goes by something else than keys Django knows more."""
    if not field.to_field_name and isinstance(values, list | tuple | set | frozenset):
        wrong = next((value for value in values if key_of(getattr(value, "pk", value)) is None), None)
        if wrong is not None:
            message = field.error_messages["invalid_pk_value"]
            raise forms.ValidationError(message, code="invalid_pk_value", params={"pk": str(wrong)[:20]})
    return values


class AmongNumbers(In):
    """SQLite fails of a number beyond its own, where PostgreSQL finds nothing: neither is asked for one."""

    def process_rhs(self, compiler, connection):
        if self.rhs_is_direct_value() and any(is_beyond(number) for number in self.rhs):
            self.rhs = [number for number in self.rhs if not is_beyond(number)]
        return super().process_rhs(compiler, connection)


def is_beyond(number):
    return isinstance(number, int) and not -LARGEST <= number <= LARGEST
