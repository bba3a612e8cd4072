"""
List filters that cost the same however many stories there are: each asks an index, or the newest of a list that an
index keeps. None offers choices whose number grows with the archive.
"""

from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.db.models import Exists, OuterRef
from django.forms import ModelChoiceField
from django.utils.translation import gettext_lazy as _

from articles.admin.narrowing import DESK, equals, is_narrowed_besides, newest, of_state
from articles.models import Article, ArticleRegion, Issue, Listing, Page, Placement
from articles.models.listing import Kind
from articles.state import State
from bylines.models import Byline
from desk.numbers import key_of
from regions.filters import DownTheMap, within

RECENT_ISSUES = 14
LISTED = 1000  # of a region or a contributor: so many of what readers find there, and of what they do not


class StateFilter(admin.SimpleListFilter):
    title = _("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return State.choices

    def queryset(self, request, queryset):
        return of_state(queryset, self.value()) if self.value() else queryset


class IssueFilter(admin.SimpleListFilter):
    title = _("issue")
    parameter_name = "issue"

    def lookups(self, request, model_admin):
        return [("none", _("on no page")), *((issue.pk, str(issue)) for issue in Issue.objects.all()[:RECENT_ISSUES])]

    def queryset(self, request, queryset):
        if self.value() == "none":
            placed = Placement.objects.filter(article=OuterRef("pk"))
            return queryset.filter(~Exists(placed), pk__in=newest())
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


class RegionFilter(DownTheMap):
    def queryset(self, request, queryset):
        code = self.value()
        if not code:
            return queryset
        places = ArticleRegion.objects.filter(within(code, "region"))
        return queryset.filter(pk__in=found_under(Kind.REGION, code, places))


class ChosenFilter(admin.ListFilter):
    """One record out of many, sought by typing; chosen already when a list of such records led here."""

    template = "admin/articles/article/_chosen_filter.html"
    parameter_name = ""

    def __init__(self, request, params, model, model_admin):
        super().__init__(request, params, model, model_admin)
        given = params.pop(self.parameter_name, [""])[-1]
        self.chosen = key_of(given)
        if self.chosen is not None:
            self.used_parameters[self.parameter_name] = given
        sought = AutocompleteSelect(self.field(), model_admin.admin_site)
        self.asks = ModelChoiceField(self.field().related_model.objects.all(), widget=sought).widget

    def has_output(self):
        return True

    def expected_parameters(self):
        return [self.parameter_name]

    def choices(self, changelist):
        """What the form sends along with the record sought: all that is chosen beside it."""
        kept = [(name, value) for name, value in changelist.params.items() if name != self.parameter_name]
        widget = self.asks.render(self.parameter_name, self.chosen, {"id": f"filter-{self.parameter_name}"})
        without = changelist.get_query_string(remove=[self.parameter_name])
        yield {"widget": widget, "kept": kept, "without": without if self.chosen is not None else ""}


class ColumnFilter(ChosenFilter):
    title = _("column")
    parameter_name = "column"

    def field(self):
        return Article._meta.get_field("column")

    def queryset(self, request, queryset):
        if self.chosen is None:
            return queryset
        if is_narrowed_besides(request, self.parameter_name):
            return equals(queryset, "column", self.chosen)
        return queryset.filter(column=self.chosen)


class DeskFilter(admin.RelatedFieldListFilter):
    def queryset(self, request, queryset):
        chosen = key_of(request.GET.get(DESK))
        if chosen is not None and is_narrowed_besides(request, DESK):
            return equals(queryset, "desk", chosen)
        return super().queryset(request, queryset)


class ContributorFilter(ChosenFilter):
    title = _("contributor")
    parameter_name = "contributor"

    def field(self):
        return Byline._meta.get_field("contributor")

    def queryset(self, request, queryset):
        if self.chosen is None:
            return queryset
        credited = Byline.objects.filter(contributor=self.chosen, article__isnull=False)
        return queryset.filter(pk__in=found_under(Kind.CONTRIBUTOR, self.chosen, credited))


def found_under(kind, key, rows):
    """
    Keys of the stories in that list, and of those that no list has: drafts and what was withdrawn, which `rows` name.
    One select for each, since no index serves them all.
    """
    listed = Listing.objects.of(kind, key).order_by("-published_at", "-article").values("article")[:LISTED]
    drafts, withdrawn = Article.objects.filter(published_at=None), Article.objects.withdrawn()
    stands_there = Exists(rows.filter(article=OuterRef("pk")))  # asked of each story: a province has all others too
    keys = [Article.objects.filter(pk__in=listed)]
    keys += [Article.objects.filter(stands_there, pk__in=newest(stories)) for stories in (drafts, withdrawn)]
    first, *others = [found.order_by().values("pk") for found in keys]
    return first.union(*others)
