"""Sets of rows in the desk's words."""

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _


class PlainSpokenRows(forms.BaseInlineFormSet):
    def get_unique_error_message(self, unique_check):
        """Django's own names the fields as the code does."""
        fields = [self.model._meta.get_field(name).verbose_name for name in unique_check if name != self.fk.name]
        said = {"rows": self.model._meta.verbose_name, "fields": "、".join(map(str, fields))}
        return capfirst(_("%(rows)s: two rows have the same %(fields)s. Keep one of them.") % said)
