from django.contrib import admin, messages
from django.db import transaction
from django.db.models import Prefetch, prefetch_related_objects
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles import issuing, publishing, signing
from articles.acting import Refusal
from articles.admin.exporting import IssueExports, PageExports
from articles.admin.forwarding import ForwardingAdmin
from articles.admin.hotspots import DrawsHotspots
from articles.admin.inlines import PageInline, PagePlacementInline
from articles.admin.issue_acts import IssueActs, require_reach
from articles.admin.issue_checks import IssueChecks
from articles.admin.open_errors import warn_of_errors
from articles.admin.page_form import PageForm
from articles.admin.page_others import TellsOfOthers
from articles.admin.placement_rows import hold_stories, stories_moved
from articles.admin.reopened import telling_reopened
from articles.admin.seeking_days import issues_sought, pages_sought
from articles.admin.unnamed import leave_names_out
from articles.admin.unseen import warn_of_unseen
from articles.holding import held
from articles.models import Article, Issue, Page, Proof
from articles.models.reach import SEES_ALL
from articles.placing import keep_versions
from articles.printed import reprint_stories
from articles.searching import enter_stories
from desk.numbers import key_of
from desk.stale.admin import StaleGuard
from desk.stale.forms import SeenForm
from desk.steady import SteadyList, SteadyLists
from media.admin.fields import DevelopsFirst

NEARBY = 150  # issues, which have more pages than one page of the list shows


@admin.register(Issue)
class IssueAdmin(IssueActs, IssueChecks, IssueExports, ForwardingAdmin, SteadyLists, StaleGuard, admin.ModelAdmin):
    form = SeenForm
    fields = ["date", "edition", ("number", "last_number"), "signed_for", "published_at"]
    readonly_fields = ["signed_for", "published_at"]
    inlines = [PageInline]
    list_display = ["__str__", "number", "published_at", "is_out"]
    search_fields = ["date", "number"]  # for the admin; what is sought says issues_sought
    search_help_text = gettext_lazy("A day, a month or a year (2023-03), or the running number")
    actions = ["sign_and_publish"]

    def get_search_results(self, request, queryset, search_term):
        return issues_sought(queryset, search_term), False

    @admin.display(description=gettext_lazy("out"), boolean=True)
    def is_out(self, issue):
        return issue.is_published

    @admin.action(description=gettext_lazy("Sign off and publish at its hour"), permissions=["publish"])
    def sign_and_publish(self, request, issues):
        for issue in issues:
            try:
                with transaction.atomic():
                    self._send_out(request, issue)
            except Refusal as refusal:
                messages.error(request, _("%(issue)s: %(refusal)s") % {"issue": issue, "refusal": refusal})

    def _send_out(self, request, issue):
        held(issue)  # before its stories, as its publication holds it
        require_reach(request.user, issue)
        signing.sign_issue(issue, by=request.user)
        count = publishing.publish_issue(issue, by=request.user)
        stories = ngettext("%d story", "%d stories", count) % count
        hour = f"{timezone.localtime(issue.published_at):%Y-%m-%d %H:%M}"
        messages.success(
            request,
            _("%(issue)s goes out at %(hour)s with %(stories)s.") % {"issue": issue, "hour": hour, "stories": stories},
        )
        warn_of_unseen(request, publishing.placed_stories(issue))
        warn_of_errors(request, publishing.placed_stories(issue), issue)

    def has_publish_permission(self, request):
        return request.user.has_perm("articles.publish_issue")

    def has_delete_permission(self, request, obj=None):
        """Only an empty one, before any reader has its address."""
        allowed = super().has_delete_permission(request, obj)
        return allowed and (obj is None or not (obj.is_published or obj.pages.exists()))

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if change and {"date", "edition"} & set(form.changed_data):
            reprint_stories(placements__page__issue=obj)

    def save_formset(self, request, form, formset, change):
        """Stories are found by the name of their page."""
        super().save_formset(request, form, formset, change)
        renamed = [page for page, fields in getattr(formset, "changed_objects", ()) if "label" in fields]
        if renamed:
            enter_stories(Article.objects.filter(placements__page__in=renamed).only("pk").distinct())


class PageList(SteadyList):
    """By the dates of their issues, which stand in another table: so first the issues, then their pages."""

    def near(self, rows, order, place):
        is_back = not order[0].startswith("-")
        issues = Issue.objects.order_by("date" if is_back else "-date")
        if place is not None:
            issues = issues.filter(**{"date__gte" if is_back else "date__lte": place[0]})
        return rows.filter(issue__in=issues.values("pk")[:NEARBY])


@admin.register(Page)
class PageAdmin(
    DrawsHotspots,
    TellsOfOthers,
    PageExports,
    DevelopsFirst,
    ForwardingAdmin,
    SteadyLists,
    StaleGuard,
    admin.ModelAdmin,
):
    form = PageForm
    picture_field = "new_picture"
    fieldsets = [
        (
            None,
            {"fields": ["issue", ("label", "name"), "position", "duty_editor", "hanging", "new_picture", "new_pdf"]},
        ),
        (gettext_lazy("Proofs"), {"fields": ["proofs_read", "proof_round", "proof_errors", "proof_note"]}),
    ]
    readonly_fields = ["hanging", "proofs_read"]
    inlines = [PagePlacementInline]
    list_display = ["__str__", "name", "duty_editor"]
    list_select_related = ["issue"]
    search_fields = ["issue__date", "label", "name"]  # for the admin; what is sought says pages_sought
    search_help_text = gettext_lazy("A day, a month or a year (2023-03), the label, the name: 2023-03-02 02")
    autocomplete_fields = ["issue"]
    ordering = ["-issue__date", "position", "label"]

    def get_search_results(self, request, queryset, search_term):
        return pages_sought(queryset, search_term), False

    def get_changelist(self, request, **kwargs):
        return PageList

    def has_delete_permission(self, request, obj=None):
        """Only an empty one, before any reader has its address."""
        allowed = super().has_delete_permission(request, obj)
        return allowed and (obj is None or not (obj.issue.is_published or obj.placements.exists()))

    def history_view(self, request, object_id, extra_context=None):
        """Django's log says what was placed by its headline, which is for those who may see the story."""
        response = super().history_view(request, object_id, extra_context)
        if not request.user.has_perm(SEES_ALL):
            for entry in getattr(response, "context_data", {}).get("action_list", ()):
                leave_names_out(entry)
        return response

    def get_fieldsets(self, request, obj=None):
        """A page that is only being planned has no proofs, and one that was read three times needs no fourth."""
        page, proofs = super().get_fieldsets(request, obj)
        if obj is None:
            return [page]
        may_enter = self.has_change_permission(request, obj) and len(obj.proofs.all()) < len(Proof.Round)
        asked = proofs[1]["fields"][1:] if may_enter else []
        return [page, (proofs[0], {"fields": ["proofs_read", *asked]})]

    @admin.display(description=gettext_lazy("proofs read"))
    def proofs_read(self, page):
        return render_to_string("admin/articles/reviews/_proofs_read.html", {"proofs": page.proofs.all()})

    @admin.display(description=gettext_lazy("page picture"))
    def hanging(self, page):
        if not page.picture:
            return "—"
        smallest = page.picture[0]
        address = reverse("public_file", args=[page.key, smallest["name"]])
        return format_html('<img src="{}" width="{}" alt="{}">', address, 160, page.title)

    def get_object(self, request, object_id, from_field=None):
        if request.method == "POST" and key_of(object_id):
            hold_stories(key_of(object_id), request.POST)
        page = super().get_object(request, object_id, from_field)
        if page:
            prefetch_related_objects([page], Prefetch("proofs", Proof.objects.select_related("by")))
        return page

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if "issue" in form.changed_data:
            for issue in Issue.objects.filter(pk__in=[form.initial.get("issue"), obj.issue_id]).order_by("pk"):
                issuing.keep_whole(issue, by=request.user)
            reprint_stories(placements__page=obj)
        if change and {"issue", "label"} & set(form.changed_data):
            enter_stories(Article.objects.filter(placements__page=obj).only("pk"))
        form.hang_files()
        form.enter_proof(request.user)

    def save_formset(self, request, form, formset, change):
        """A story that was moved here is a newer version for whoever has it open."""
        super().save_formset(request, form, formset, change)
        with telling_reopened(request):
            moved = keep_versions(stories_moved(formset), page=form.instance, by=request.user)
        for story in moved:
            self.log_change(request, story, _("Moved on %(page)s.") % {"page": form.instance})
