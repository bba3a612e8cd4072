"""By what the list of contributors is narrowed: how they stand with the paper, where they work."""

from datetime import timedelta

from django.contrib import admin
from django.db.models import Count
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bylines.models import Contributor, Engagement, Term

ENDING = "ending"
SOON = timedelta(days=60)
UNITS = 15


class EngagementFilter(admin.SimpleListFilter):
    title = _("engagement")
    parameter_name = "engagement"

    def lookups(self, request, model_admin):
        return [*Engagement.choices, (ENDING, _("ends within 60 days"))]

    def queryset(self, request, queryset):
        if self.value() == ENDING:
            return ending(queryset, timezone.localdate())
        return queryset.engaged_as(Engagement(self.value())) if self.value() in Engagement else queryset


def ending(people, today):
    """Nothing follows the term that they serve now."""
    ends, lasts = Term.objects.filter(until__range=(today, today + SOON)), Term.objects.serving(today + SOON)
    later = Term.objects.coming(today)
    people = people.filter(pk__in=ends.values("contributor"))
    return people.exclude(pk__in=lasts.values("contributor")).exclude(pk__in=later.values("contributor"))


class UnitFilter(admin.SimpleListFilter):
    """The units with the most people; any other is sought by its name, or chosen in a row."""

    title = _("unit")
    parameter_name = "unit"

    def lookups(self, request, model_admin):
        people = Contributor.objects.standing().exclude(unit="").order_by()
        units = people.values_list("unit").annotate(people=Count("pk")).order_by("-people", "unit")[:UNITS]
        names = [unit for unit, _people in units]
        chosen = request.GET.get(self.parameter_name)
        return [(name, name) for name in ([chosen] if chosen and chosen not in names else []) + names]

    def queryset(self, request, queryset):
        return queryset.filter(unit=self.value()) if self.value() else queryset
