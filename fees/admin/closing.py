"""月结: what the month would come to, and the button that closes it."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.acting import Refusal
from fees.closing import close_month, next_to_close
from fees.drafting import draft, month_of
from fees.models import FeeMonth
from fees.payroll import payees

MOST_WITHOUT_RATE = 20


class MonthForm(forms.Form):
    month = forms.DateField(
        label=gettext_lazy("Month"), input_formats=["%Y-%m"], widget=forms.DateInput(attrs={"type": "month"})
    )


class ClosingPages:
    """Mixed into the months' admin."""

    def closing_urls(self):
        return [path("close/", self.admin_site.admin_view(self.close), name="fees_feemonth_close")]

    def changelist_view(self, request, extra_context=None):
        more = {"may_close": request.user.has_perm("fees.close_feemonth")}
        return super().changelist_view(request, {**more, **(extra_context or {})})

    def close(self, request):
        if not request.user.has_perm("fees.close_feemonth"):
            raise PermissionDenied
        form = MonthForm(request.POST if request.method == "POST" else request.GET or None)
        asked = form.cleaned_data["month"] if form.is_valid() else None
        if request.method == "POST" and asked and (month := closed(request, asked)):
            return HttpResponseRedirect(month.get_absolute_url())
        first_day = open_month(asked)
        found = draft(month_of(first_day))
        context = {
            **self.page_of(request, found.month, _("Close the month")),
            "form": form if form.errors else MonthForm({"month": f"{first_day:%Y-%m}"}),
            "is_first": not FeeMonth.objects.closed().exists(),
            "is_over": found.month.last_day < timezone.localdate(),
            "found": found,
            "payees": payees(found.lines),
            "corrections": [line for line in found.lines if line.kind != line.Kind.FEE],
            "without_rate": found.without_rate[:MOST_WITHOUT_RATE],
        }
        return TemplateResponse(request, "admin/fees/feemonth/close.html", context)


def open_month(asked):
    """The month that was asked for, or the one that comes next where that is closed, or none was asked for."""
    if asked is None or FeeMonth.objects.closed().filter(first_day=asked).exists():
        return next_to_close()
    return asked


def closed(request, first_day):
    try:
        month = close_month(first_day, by=request.user)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return None
    messages.success(request, _("%(month)s is closed.") % {"month": month})
    return month
