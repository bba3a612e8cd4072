"""
What a form points at is looked for once. The admin's own asks for each choice when the field is read, again when the
record is checked, and for every row once more: twelve queries for a story of four rows.
"""

from django import forms


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

    def _found(self):
        choices = [name for name, field in self.fields.items() if isinstance(field, forms.ModelChoiceField)]
        return {name for name in choices if self.cleaned_data.get(name) is not None}
