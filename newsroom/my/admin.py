"""待告知: who is to be told by the desk that a story is printed, since no mail can say it; and all that was sent."""

from django.contrib import admin, messages
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from desk.steady import SteadyLists
from intake.models import PrintNotice
from newsroom.my.words import words_page


class ToTellFilter(admin.SimpleListFilter):
    title = _("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [("all", _("all notices"))]

    def choices(self, changelist):
        yield {
            "selected": self.value() is None,
            "query_string": changelist.get_query_string(remove=[self.parameter_name]),
            "display": _("to be told"),
        }
        yield from list(super().choices(changelist))[1:]

    def queryset(self, request, queryset):
        return queryset if self.value() == "all" else queryset.to_tell()


@admin.register(PrintNotice)
class PrintNoticeAdmin(SteadyLists, admin.ModelAdmin):
    list_display = ["person_said", "story", "state_said", "untold_since", "reason"]
    list_filter = [ToTellFilter]
    list_select_related = ["article", "contributor", "contribution"]
    list_display_links = None
    list_per_page = 50
    actions = ["copy_words", "tick_off"]
    fields = []

    @admin.display(description=_("person"))
    def person_said(self, notice):
        if not notice.contributor_id:
            return str(notice.contribution)
        address = reverse("admin:bylines_contributor_change", args=[notice.contributor_id])
        return format_html('<a href="{}">{}</a>', address, notice.contributor)

    @admin.display(description=_("article"))
    def story(self, notice):
        address = reverse("admin:articles_article_change", args=[notice.article_id])
        return format_html('<a href="{}">{}</a>', address, notice.article)

    @admin.display(description=_("state"))
    def state_said(self, notice):
        return format_html('<span class="state">{}</span>', self.state_of(notice))

    def state_of(self, notice):
        if notice.sent_at:
            return _("sent by mail")
        if notice.settled_at:
            return _("told") if notice.settled_by_id else _("not told")
        return _("to be told") if notice.untold_since else _("waits for the worker")

    @admin.action(description=_("Words to copy"), permissions=["change"])
    def copy_words(self, request, notices):
        return words_page(request, notices.to_tell(), opts=self.opts)

    @admin.action(description=_("Told: tick off"), permissions=["change"])
    def tick_off(self, request, notices):
        number = notices.tick_off(by=request.user)
        messages.success(request, ngettext("%d notice ticked off", "%d notices ticked off", number) % number)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        """For the acts of the list; there is nothing to be changed in one."""
        return obj is None and super().has_change_permission(request)

    def has_delete_permission(self, request, obj=None):
        return False
