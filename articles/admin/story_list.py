"""The list of stories: what a row prints, what it is narrowed and ordered by, and how far a search looks."""

from django.contrib import admin
from django.contrib.admin.views.main import SEARCH_VAR
from django.contrib.admin.widgets import AutocompleteSelect
from django.db.models import Prefetch, Q
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin import filters
from articles.admin.narrowing import NEWEST, is_bounded, leading
from articles.admin.notes import open_notes_of
from articles.models import Article, Note, Placement, Submission
from articles.models.reach import SEES_ALL
from articles.searching import hands_reached_by
from articles.state import State, state_of, step_of
from desk.numbers import key_of
from desk.steady import SteadyList, SteadyLists
from search.asking import FILTER
from search.desk_asking import ask_desk

NOT_PRINTED = ("body", "summary", "editors_note")
FOUND = 1000  # of what is out, and of what is not
NARROWING = ("state", "issue", "page_label", "region", "column", "contributor", "desk__id__exact", SEARCH_VAR)


# Filters that the index has as tokens of both its shelves.
TOKENS = {"region": "region", "column": "column", "contributor": "contributor", "issue": "issue", "page_label": "page"}


def within_reach(request):
    """What the list is narrowed to, and whose stories the colleague sees: of those the newest are asked for."""
    chosen = [f"{kind}:{request.GET[name]}" for name, kind in TOKENS.items() if request.GET.get(name, "none") != "none"]
    sees_all = request.user.has_perm(SEES_ALL)
    return {"tokens": filter(FILTER.fullmatch, chosen), "hands": None if sees_all else hands_reached_by(request.user)}


class ArticleList(SteadyList):
    """A row prints names and pages; no list needs the bodies."""

    def get_queryset(self, request, exclude_parameters=None):
        rows = super().get_queryset(request, exclude_parameters)
        if is_bounded(request.GET):
            rows = rows.filter(pk__in=leading(request.GET))
        rows = Note.objects.count_open(Submission.objects.tell_step(rows), request.user)
        pages = Prefetch("placements", Placement.objects.select_related("page__issue"))
        return rows.defer(*NOT_PRINTED).prefetch_related("bylines", pages)

    def get_ordering(self, request, queryset):
        """Stories with a time stand by their times: what is asked for then lies together in an index."""
        if request.GET.get("state") in (State.PUBLISHED, State.SCHEDULED):
            return ["-published_at", "-pk"]
        return super().get_ordering(request, queryset)

    @property
    def looks_at(self):
        """What the list leaves out, in words; empty where it has everything."""
        asked = self.params
        if self.query:
            return _("The newest %(number)d found") % {"number": FOUND}
        if asked.get("issue") == "none" or is_bounded(asked):
            return _("Of the newest %(number)d stories") % {"number": NEWEST}
        if asked.get("region") or asked.get("contributor"):
            return _("The last %(number)d published, and what is not out") % {"number": filters.LISTED}
        return ""


class StoryList(SteadyLists):
    """Mixed into the article admin."""

    list_display = ["headline", "state", "credits", "printed_on", "column", "desk", "length", "updated_at"]
    list_filter = [
        filters.StateFilter,
        filters.IssueFilter,
        filters.PageFilter,
        filters.ColumnFilter,
        filters.ContributorFilter,
        filters.RegionFilter,
        ("desk", filters.DeskFilter),
    ]
    list_select_related = ["column", "desk"]
    search_fields = ["headline", "kicker", "bylines__name"]
    search_help_text = gettext_lazy("Words of a story, names, “a phrase”; or the number of a story")

    def get_sortable_by(self, request):
        """Over all stories an index has the order; no index has it for what is narrowed down."""
        return () if any(request.GET.get(name) for name in NARROWING) else ("headline", "updated_at")

    def get_changelist(self, request, **kwargs):
        return ArticleList

    def changelist_view(self, request, extra_context=None):
        """With the scripts of the filters in which one types; the admin brings them to forms only."""
        sought = AutocompleteSelect(Article._meta.get_field("column"), self.admin_site)
        return super().changelist_view(request, {"media": self.media + sought.media, **(extra_context or {})})

    def get_search_results(self, request, queryset, search_term):
        """A story by its number, or by what it says and whose it is: drafts and printed ones."""
        if not search_term.strip():
            return queryset, False
        keys = ask_desk(search_term, most=FOUND, **within_reach(request))
        return queryset.filter(Q(pk=key_of(search_term) or 0) | Q(pk__in=keys)), False

    @admin.display(description=gettext_lazy("state"))
    def state(self, article):
        state = state_of(article)
        label = step_of(article) or state.label
        chip = format_html('<span class="state state-{}">{}</span>', state.value, label)
        return format_html("{} {}", chip, open_notes_of(article))

    @admin.display(description=gettext_lazy("byline"))
    def credits(self, article):
        return "、".join(byline.name for byline in article.bylines.all())

    @admin.display(description=gettext_lazy("page"))
    def printed_on(self, article):
        return "、".join(str(placement.page) for placement in article.placements.all())
