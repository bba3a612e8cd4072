"""List filters that ask indexed questions: no date hierarchy, no distinct, no counting."""

from functools import reduce
from operator import or_

from django.contrib import admin
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models import ArticleRegion, Issue, Page
from articles.state import State
from desk.numbers import key_of
from regions.models import Region

RECENT_ISSUES = 14


class StateFilter(admin.SimpleListFilter):
    title = _("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return State.choices

    def queryset(self, request, queryset):
        state = self.value()
        if state == State.PUBLISHED:
            return queryset.published()
        if state == State.SCHEDULED:
            return queryset.scheduled()
        if state == State.WITHDRAWN:
            return queryset.withdrawn()
        return queryset.unpublished(state) if state else queryset


class IssueFilter(admin.SimpleListFilter):
    title = _("issue")
    parameter_name = "issue"

    def lookups(self, request, model_admin):
        return [("none", _("on no page")), *((issue.pk, str(issue)) for issue in Issue.objects.all()[:RECENT_ISSUES])]

    def queryset(self, request, queryset):
        if self.value() == "none":
            return queryset.filter(placements=None)
        issue = key_of(self.value())
        if issue is None:
            return queryset
        return queryset.filter(pk__in=Issue.objects.filter(pk=issue).values("pages__placements__article"))


class PageFilter(admin.SimpleListFilter):
    """The pages of the issue chosen beside it; without an issue there are too many to offer."""

    title = _("page")
    parameter_name = "page_label"

    def lookups(self, request, model_admin):
        issue = key_of(request.GET.get("issue"))
        if issue is None:
            return []
        pages = Page.objects.filter(issue=issue).order_by("position", "label")
        return [(page.label, page.title) for page in pages]

    def queryset(self, request, queryset):
        issue = key_of(request.GET.get("issue"))
        if issue is None or not self.value():
            return queryset
        return queryset.filter(placements__page__issue=issue, placements__page__label=self.value())


class RegionFilter(admin.SimpleListFilter):
    """Goes down the map: the provinces first, then what lies directly below the chosen region."""

    title = _("region")
    parameter_name = "region"

    def lookups(self, request, model_admin):
        code = request.GET.get("region")
        chosen = Region.objects.filter(code=code).first() if code else None
        choices = Region.objects.current().children_of(chosen).values_list("code", "name")
        return [(chosen.code, chosen.name), *choices] if chosen else choices

    def queryset(self, request, queryset):
        code = self.value()
        if not code:
            return queryset
        levels = ("region", "region__parent", "region__parent__parent", "region__parent__parent__parent")
        below = reduce(or_, (Q(**{f"{level}__code": code}) for level in levels))
        return queryset.filter(pk__in=ArticleRegion.objects.filter(below).values("article"))
