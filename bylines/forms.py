"""Credits as an editor types them: what a row does by itself, and what the rows of one story or photo do together."""

from django import forms
from django.forms.formsets import DELETION_FIELD_NAME
from django.utils.translation import gettext_lazy as _

from bylines.models import Byline

PLACE = {"contributor", "role"}  # together once a story, once a photo


class BylineForm(forms.ModelForm):
    class Meta:
        model = Byline
        fields = ["order", "role", "contributor", "name", "unit", "standing"]

    def clean(self):
        """
        The printed name that came with the form is the one of whoever was chosen before. Who was merged away while the
        form lay open is who they are now.
        """
        cleaned = super().clean()
        contributor = cleaned.get("contributor")
        if contributor and contributor.merged_into_id:
            cleaned["contributor"] = contributor = contributor.as_it_stands()
        if self.instance.pk and contributor and "contributor" in self.changed_data:
            if "name" not in self.changed_data:
                cleaned["name"] = contributor.name
            if "unit" not in self.changed_data and cleaned.get("unit"):  # a credit printed without a unit stays so
                cleaned["unit"] = contributor.unit
        return cleaned

    def validate_constraints(self):
        """Of no row alone: two that change places would each meet the other's old one. BylineRows looks at all."""


class BylineRows(forms.BaseInlineFormSet):
    def clean(self):
        super().clean()
        taken = set(self._stored_elsewhere())
        for form in self._staying():
            # Of a row that the colleague may only look at, the admin gives keys for cleaned data: the row itself knows.
            place = (form.instance.contributor_id, form.instance.role)
            if place in taken:
                said = {"name": form.instance.contributor, "role": form.instance.get_role_display()}
                form.add_error(None, _("%(name)s is credited here as %(role)s already.") % said)
            taken.add(place)

    def save_existing_objects(self, commit=True):
        """Rows that change places leave first: the database suffers no two in one place, not even for a moment.

        has_changed() is also a matter of rights: a row that may only be looked at is not saved again, so it must stay.
        """
        if commit:
            moving = [form for form in self.initial_forms if form.has_changed() and PLACE & set(form.changed_data)]
            leaving = [form.instance.pk for form in [*moving, *self.deleted_forms] if form.instance.pk]
            self.model.objects.filter(pk__in=leaving).delete()
        return super().save_existing_objects(commit)

    def _staying(self):
        kept = [form for form in self.forms if not form.cleaned_data.get(DELETION_FIELD_NAME)]
        return [form for form in kept if form.cleaned_data.keys() >= PLACE]

    def _stored_elsewhere(self):
        """Places of rows that somebody else has added since this form was opened."""
        if self.instance.pk is None:
            return []
        known = [form.instance.pk for form in self.initial_forms]
        return [(row.contributor_id, row.role) for row in self.get_queryset() if row.pk not in known]
