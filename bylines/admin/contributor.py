"""The register as the desk keeps it: whom the paper knows, where they work, how they stand with it."""

from django.contrib import admin, messages
from django.db.models import Prefetch
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from bylines.admin.filters import EngagementFilter, UnitFilter
from bylines.admin.private import PrivatePages
from bylines.admin.rows import PenNameInline, TermInline
from bylines.admin.sheets import SheetPages
from bylines.models import Contributor, Engagement, PenName, Term
from bylines.panels import panels_of
from bylines.seeking import sought
from desk.deleting import NamesWhatHangs
from desk.steady import SteadyLists
from regions.filters import DownTheMap


@admin.register(Contributor)
class ContributorAdmin(SheetPages, PrivatePages, SteadyLists, NamesWhatHangs, admin.ModelAdmin):
    fields = ["name", "unit", "region", "desk", "usual_role", "user"]
    inlines = [TermInline, PenNameInline]
    list_display = ["named", "of_unit", "place", "desk", "usual_role", "engaged", "card"]
    list_filter = [EngagementFilter, "usual_role", "desk", DownTheMap, UnitFilter]
    list_select_related = ["desk", "region__parent__parent__parent"]
    search_fields = ["name", "unit"]
    search_help_text = gettext_lazy("Name, pen name, unit, card number, or the name in pinyin (zhouyongwei, zyw)")
    autocomplete_fields = ["region", "user"]

    class Media:
        css = {"all": ["newsroom_admin/css/contributors.css"]}

    empty_value_display = "—"
    change_list_template = "admin/bylines/contributor/change_list.html"
    change_form_template = "admin/bylines/contributor/change_form.html"

    @admin.display(description=pgettext_lazy("person", "name"))
    def named(self, person):
        others = "、".join(other.name for other in person.pen_names.all())
        return (
            format_html('{} <span class="contributor-others">{}</span>', person.name, others) if others else person.name
        )

    @admin.display(description=gettext_lazy("unit"))
    def of_unit(self, person):
        """Leads to all of the unit."""
        address = f"{reverse('admin:bylines_contributor_changelist')}?{urlencode({'unit': person.unit})}"
        return format_html('<a href="{}">{}</a>', address, person.unit) if person.unit else "—"

    @admin.display(description=gettext_lazy("region"))
    def place(self, person):
        return person.region or "—"

    @admin.display(description=gettext_lazy("engagement"))
    def engaged(self, person):
        """With the day until which, where there is one to come."""
        today = timezone.localdate()
        engagement = person.engagement(today)
        term = next((term for term in person.terms.all() if term.is_on(today)), None)
        until = _("until %s") % term.until if term and term.until else ""
        words = engagement.label if engagement is not Engagement.NONE else "—"
        shown = format_html('<span class="engagement engagement-{}">{}</span>', engagement.value, words)
        return format_html('{} <span class="engagement-until">{}</span>', shown, until) if until else shown

    @admin.display(description=gettext_lazy("card number"))
    def card(self, person):
        return next((term.number for term in person.terms.all() if term.number), "—")

    def get_queryset(self, request):
        terms, names = Term.objects.order_by("-since", "-pk"), PenName.objects.order_by("pk")
        return super().get_queryset(request).prefetch_related(Prefetch("terms", terms), Prefetch("pen_names", names))

    def get_search_results(self, request, queryset, search_term):
        return sought(queryset, search_term), False

    def changelist_view(self, request, extra_context=None):
        return super().changelist_view(request, {"ways": self.ways(request), **(extra_context or {})})

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        context["panels"] = panels_of(request, obj) if obj else []
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """Who was merged away is kept under the name of who is left."""
        person = self.get_object(request, object_id)
        if person and person.merged_into_id and self.has_view_or_change_permission(request, person):
            left = person.as_it_stands()
            said = _("%(gone)s was merged into %(left)s, whose record this is.")
            messages.info(request, said % {"gone": person, "left": left})
            return HttpResponseRedirect(reverse("admin:bylines_contributor_change", args=[left.pk]))
        return super().change_view(request, object_id, form_url, extra_context)
