from django.contrib import admin

from desk.steady import SteadyLists
from intake.models import Routing


@admin.register(Routing)
class RoutingAdmin(SteadyLists, admin.ModelAdmin):
    fields = ["column", "region", "desk"]
    list_display = ["__str__", "column", "region", "desk"]
    list_select_related = ["column", "region__parent__parent__parent", "desk"]
    autocomplete_fields = ["column", "region"]
