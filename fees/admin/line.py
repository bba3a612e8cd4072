"""稿费明细: the ledger as a list, and how one line of it came about. Nobody writes here."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from fees.models import LedgerLine
from fees.origin import steps_of

OF_THE_LINE = ("month", "earned_in", "contributor", "article", "photo", "card", "grade")
OF_THE_RATE = ("rate__column", "rate__genre", "rate__rule")
OF_OTHERS = ("takes_back__month", "corrects__month", "taken_back_by__month")


@admin.register(LedgerLine)
class LedgerLineAdmin(admin.ModelAdmin):
    list_display = ["said_number", "person", "kind", "what", "printed_on", "role", "share", "amount"]
    list_display_links = ["said_number"]
    list_select_related = ["month"]
    list_filter = ["month", "kind", "reason"]
    search_fields = ["=name", "headline"]
    search_help_text = _("Name of a person, or words of a headline")
    show_full_result_count = False
    list_per_page = 50

    class Media:
        css = {"all": ["newsroom_admin/css/fees_tables.css"]}

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.display(description=_("number"), ordering="number")
    def said_number(self, line):
        return line.said_number

    @admin.display(description=_("contributor"), ordering="name")
    def person(self, line):
        return format_html("{}<small>{}</small>", line.name, line.unit) if line.unit else line.name

    @admin.display(description=_("piece"))
    def what(self, line):
        return f"{line.headline}（{_('photo')}）" if line.photo_id else line.headline

    def change_view(self, request, object_id, form_url="", extra_context=None):
        if not self.has_view_permission(request):
            raise PermissionDenied
        lines = LedgerLine.objects.select_related(*OF_THE_LINE, *OF_THE_RATE, *OF_OTHERS)
        line = get_object_or_404(lines, pk=object_id)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("How this came about"),
            "subtitle": f"{line.said_number}　{line.name}",
            "line": line,
            "steps": steps_of(line),
            "others": others_of(line),
            "later": list(line.corrections.select_related("month")),
        }
        return TemplateResponse(request, "admin/fees/line.html", context)


def others_of(line):
    """Who else shares the piece on the same sheet."""
    same = LedgerLine.objects.filter(month=line.month_id, article=line.article_id, photo=line.photo_id, kind=line.kind)
    return list(same.exclude(pk=line.pk).select_related("month")) if line.article_id else []
