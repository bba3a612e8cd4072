from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from bylines.admin import BylineInline
from bylines.forms import BylineForm
from bylines.models import Byline, Role
from media.crediting import STANDINGS, usual_standing

STANDING_CHOICES = [("", _("as in the register")), *((role.value, role.label) for role in STANDINGS)]


class PhotoBylineForm(BylineForm):
    class Meta:
        model = Byline
        fields = ["order", "contributor", "role", "standing", "name", "unit"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "role" in self.fields:
            # Not only an agency: a union or a school gives pictures too.
            giver = pgettext_lazy("photo", "agency")
            self.fields["role"].choices = [(Role.PHOTOGRAPHER, Role.PHOTOGRAPHER.label), (Role.AGENCY, giver)]
            self.fields["role"].initial = Role.PHOTOGRAPHER
        if "standing" in self.fields:
            self.fields["standing"].choices = STANDING_CHOICES

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
