from django.contrib import admin

from bylines.forms import BylineForm, BylineRows
from bylines.models import Byline, Contributor
from desk.deleting import NamesWhatHangs
from desk.steady import SteadyLists


@admin.register(Contributor)
class ContributorAdmin(SteadyLists, NamesWhatHangs, admin.ModelAdmin):
    fields = ["name", "unit", "region", "usual_role", "user"]
    list_display = ["name", "unit", "region", "usual_role"]
    list_filter = ["usual_role"]
    list_select_related = ["region__parent__parent__parent"]
    search_fields = ["name", "unit"]
    autocomplete_fields = ["region", "user"]


class BylineInline(admin.TabularInline):
    """The credits of a story or a photo, in the order in which they are printed."""

    model = Byline
    form = BylineForm
    formset = BylineRows
    extra = 0
    fields = ["order", "role", "contributor", "name", "unit", "standing"]
    autocomplete_fields = ["contributor"]
