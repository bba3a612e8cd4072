"""Lists of the admin that are narrowed to a place and all below it."""

from functools import reduce
from operator import or_

from django.contrib import admin
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from regions.models import Region

LEVELS = ("", "parent__", "parent__parent__", "parent__parent__parent__")


def within(code, field):
    """Records whose region, by the field of that name, is the one of that code or lies below it."""
    return reduce(or_, (Q(**{f"{field}__{level}code": code}) for level in LEVELS))


class DownTheMap(admin.SimpleListFilter):
    """The provinces first, then what lies directly below the chosen region."""

    title = _("region")
    parameter_name = "region"

    def lookups(self, request, model_admin):
        code = request.GET.get(self.parameter_name)
        chosen = Region.objects.filter(code=code).first() if code else None
        choices = Region.objects.current().children_of(chosen).values_list("code", "name")
        return [(chosen.code, chosen.name), *choices] if chosen else choices

    def queryset(self, request, queryset):
        return queryset.filter(within(self.value(), "region")) if self.value() else queryset
