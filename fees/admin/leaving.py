"""What leaves the house of a month: the sheet as a file or on paper, and one person's slip."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from desk.models import AuditEntry
from fees.models import Approval, FeeMonth
from fees.payroll import payees, sum_of
from fees.reckoning.capitals import in_capitals
from fees.taking_out import FORMATS, file_of


class LeavingPages:
    """Mixed into the months' admin."""

    def leaving_urls(self):
        def page(view):
            return self.admin_site.admin_view(require_safe(view))

        return [
            path("<int:pk>/sheet/", page(self.sheet), name="fees_feemonth_sheet"),
            path("<int:pk>/export/<slug:form>/", page(self.export), name="fees_feemonth_export"),
            path("<int:pk>/slip/<int:person>/", page(self.slip), name="fees_feemonth_slip"),
        ]

    def sheet(self, request, pk):
        month = self.month_shown(request, pk)
        found = payees(month.lines.order_by("number"))
        context = {**printed(month), "payees": found, "total": sum_of(found)}
        return TemplateResponse(request, "admin/fees/feemonth/sheet.html", context)

    def slip(self, request, pk, person):
        month = self.month_shown(request, pk)
        lines = list(month.lines.filter(contributor=person).paid().select_related("grade", "month"))
        if not lines:
            raise Http404
        (payee,) = payees(lines)
        context = {**printed(month), "payee": payee, "lines": lines, "said": in_capitals(payee.amount)}
        return TemplateResponse(request, "admin/fees/feemonth/slip.html", context)

    def export(self, request, pk, form):
        """Noted before the file goes out: who took which month's sheet, and whether with private details."""
        month = self.month_shown(request, pk)
        if form not in FORMATS:
            raise Http404
        body, name, kind, words = file_of(month, form, by=request.user)
        AuditEntry.note(verb="export", record=month, by=request.user, words=words)
        response = HttpResponse(body, content_type=kind)
        response["Content-Disposition"] = content_disposition_header(True, name)
        response["Cache-Control"] = "no-store"
        return response

    def month_shown(self, request, pk):
        if not self.has_view_permission(request):
            raise PermissionDenied
        return get_object_or_404(FeeMonth.objects.closed().select_related("closed_by"), pk=pk)


def printed(month):
    from desk.models import Paper

    by = {one.step: one.by for one in month.approvals.filter(taken_back_at=None).select_related("by")}
    signers = [(label, by.get(step)) for step, label in Approval.Step.choices]
    return {"month": month, "paper": Paper.current(), "signers": signers, "now": timezone.localtime()}
