"""Sets of rows in the desk's words."""

from django import forms
from django.db.models import UniqueConstraint
from django.forms.formsets import DELETION_FIELD_NAME
from django.utils.text import capfirst
from django.utils.translation import gettext as _


class PlainSpokenRows(forms.BaseInlineFormSet):
    exchanges = False  # whether rows may take each other's place: who lets them saves none before the others have left

    def clean(self):
        super().clean()
        for names in self._once_each():
            self._refuse_what_is_taken(names)

    def _once_each(self):
        """The fields that tell the rows of one record apart, by a constraint of the database."""
        fields = [set(rule.fields) for rule in self.model._meta.constraints if isinstance(rule, UniqueConstraint)]
        return [sorted(names - {self.fk.name}) for names in fields if self.fk.name in names]

    def _refuse_what_is_taken(self, names):
        """Django looks at what was sent only; the database suffers no two alike, not even while rows change places."""
        moving = [form for form in self.forms if set(names) & set(form.changed_data)]
        taking = [form for form in moving if not goes(form) and has_all(form, names)]
        if not taking or self.instance.pk is None:
            return
        rows = self.model._default_manager.filter(**{self.fk.name: self.instance}).values_list("pk", *names)
        stored = {tuple(place): key for key, *place in rows}
        leaving = {form.instance.pk for form in self.initial_forms if form in moving or goes(form)}
        for form in taking:
            place = tuple(getattr(form.cleaned_data[name], "pk", form.cleaned_data[name]) for name in names)
            # New rows are saved after all others.
            gone = leaving if self.exchanges or form in self.extra_forms else {form.instance.pk}
            if place in stored and stored[place] not in gone:
                form.add_error(None, _("Another row has that at present. Save without it first, or change the order."))

    def get_unique_error_message(self, unique_check):
        """Django's own names the fields as the code does."""
        fields = [self.model._meta.get_field(name).verbose_name for name in unique_check if name != self.fk.name]
        said = {"rows": self.model._meta.verbose_name, "fields": "、".join(map(str, fields))}
        return capfirst(_("%(rows)s: two rows have the same %(fields)s. Keep one of them.") % said)


def goes(form):
    return form.cleaned_data.get(DELETION_FIELD_NAME)


def has_all(form, names):
    return all(form.cleaned_data.get(name) is not None for name in names)
