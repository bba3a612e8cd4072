from django import forms
from django.utils.translation import gettext_lazy as _

from bylines.admin import BylineInline
from bylines.models import Byline, Role
from media.crediting import STANDINGS, usual_standing


class PhotoBylineForm(forms.ModelForm):
    class Meta:
        model = Byline
        fields = ["order", "contributor", "role", "standing", "name", "unit"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "role" in self.fields:
            roles = (Role.PHOTOGRAPHER, Role.AGENCY)
            self.fields["role"].choices = [(role.value, role.label) for role in roles]
            self.fields["role"].initial = Role.PHOTOGRAPHER
        if "standing" in self.fields:
            usual = [("", _("as in the register"))]
            self.fields["standing"].choices = usual + [(role.value, role.label) for role in STANDINGS]

    def clean(self):
        """An untouched standing is the register's: 通讯员马敏 摄 without a further click."""
        cleaned = super().clean()
        contributor = cleaned.get("contributor")
        if contributor and cleaned.get("role") == Role.PHOTOGRAPHER and not cleaned.get("standing"):
            cleaned["standing"] = usual_standing(contributor)
        return cleaned


class PhotoBylineInline(BylineInline):
    form = PhotoBylineForm
    fields = ["order", "contributor", "role", "standing", "name", "unit"]

    def get_extra(self, request, obj=None, **kwargs):
        return 0 if obj else 1
