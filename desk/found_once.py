"""
What a form points at is looked for once. The admin's own asks for each choice when the field is read, again when the
record is checked, and for every row once more: twelve queries for a story of four rows.
"""

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError


class KnownChoice(forms.ModelChoiceField):
    """Of a row that came with the record it points at, in the transaction that saves it: this one needs no query."""

    known = None

    def to_python(self, value):
        if self.known is not None and str(value) == str(self.known.pk):
            return self.known
        return super().to_python(value)


class FoundOnce(forms.ModelForm):
    """The field has found its choice among those that may be chosen: the record does not ask whether it is there."""

    def _post_clean(self):
        check = self.instance.clean_fields
        found = self._found()
        self.instance.clean_fields = lambda exclude=None: check({*(exclude or ()), *found})
        try:
            super()._post_clean()
        finally:
            del self.instance.clean_fields

    def _update_errors(self, errors):
        """What a record says of a field that this form does not have is said of the whole: Django would fail of it."""
        said = getattr(errors, "error_dict", {})
        homeless = [name for name in said if name not in self.fields and name != NON_FIELD_ERRORS]
        if homeless:
            kept = {name: told for name, told in said.items() if name not in homeless}
            whole = [*kept.get(NON_FIELD_ERRORS, ()), *(one for name in homeless for one in said[name])]
            errors = ValidationError({**kept, NON_FIELD_ERRORS: whole})
        super()._update_errors(errors)

    def _found(self):
        choices = [name for name, field in self.fields.items() if isinstance(field, forms.ModelChoiceField)]
        return {name for name in choices if self.cleaned_data.get(name) is not None}
