"""What hangs from a contributor and is entered with them: terms, and the other names that print knows them by."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from bylines.models import PenName, Term
from bylines.register import as_entered


class TermInline(admin.TabularInline):
    model = Term
    extra = 0
    fields = ["since", "until", "position", "number"]


class PenNameForm(forms.ModelForm):
    class Meta:
        model = PenName
        fields = ["name", "kind"]

    def clean_name(self):
        try:
            return as_entered(self.cleaned_data["name"])
        except ValueError as error:
            raise ValidationError(_("A name has letters or characters, and no < or >.")) from error


class PenNameInline(admin.TabularInline):
    model = PenName
    form = PenNameForm
    extra = 0
    fields = ["name", "kind"]
