from django.contrib import admin

from bylines.forms import BylineForm, BylineRows
from bylines.models import Byline


class BylineInline(admin.TabularInline):
    """The credits of a story or a photo, in the order in which they are printed."""

    model = Byline
    form = BylineForm
    formset = BylineRows
    extra = 0
    fields = ["order", "role", "contributor", "name", "unit", "standing"]
    autocomplete_fields = ["contributor"]
