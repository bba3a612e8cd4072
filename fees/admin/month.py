"""稿费单: the months, each with its sheet, its approvals and the ways out of the house."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from articles.acting import Refusal
from articles.admin.acts import ReasonForm
from fees import approving
from fees.admin.closing import ClosingPages
from fees.admin.day import DayInput
from fees.admin.leaving import LeavingPages
from fees.models import FeeMonth
from fees.payroll import payees
from fees.terms import last_day_to_pay


class WordsForm(forms.Form):
    words = forms.CharField(label=gettext_lazy("Opinion"), max_length=300, required=False)


class PaidForm(forms.Form):
    on = forms.DateField(label=gettext_lazy("Paid on"), widget=DayInput)


class MonthAct:
    """label, permission, form, verb, and in which states it stands open."""

    def __init__(self, label, permission, asks, verb, states):
        self.label, self.permission, self.asks, self.verb, self.states = label, permission, asks, verb, states

    def is_open_to(self, user, month):
        return month.state in self.states and user.has_perm(f"fees.{self.permission}")


State = FeeMonth.State
ACTS = {
    "check": MonthAct(pgettext_lazy("fees", "Check"), "approve_feemonth", WordsForm, approving.approve, {State.CLOSED}),
    "approve": MonthAct(
        pgettext_lazy("fees", "Approve"), "approve_feemonth", WordsForm, approving.approve, {State.CHECKED}
    ),
    "take-back": MonthAct(
        gettext_lazy("Take the approvals back"),
        "approve_feemonth",
        ReasonForm,
        approving.take_back,
        {State.CHECKED, State.APPROVED},
    ),
    "pay": MonthAct(
        gettext_lazy("Enter the payment"), "pay_feemonth", PaidForm, approving.enter_payment, {State.APPROVED}
    ),
}


@admin.register(FeeMonth)
class FeeMonthAdmin(ClosingPages, LeavingPages, admin.ModelAdmin):
    change_list_template = "admin/fees/feemonth/change_list.html"
    list_display = ["month", "said_state", "total", "made_out_by", "closed_at", "paid_on"]
    list_select_related = ["closed_by"]
    show_full_result_count = False

    def get_urls(self):
        act = self.admin_site.admin_view(self.act)
        acts = [path(f"<int:pk>/{name}/", act, {"name": name}, name=f"fees_feemonth_{name}") for name in ACTS]
        return [*acts, *self.closing_urls(), *self.leaving_urls(), *super().get_urls()]

    def get_queryset(self, request):
        return super().get_queryset(request).closed().prefetch_related("approvals")

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.display(description=gettext_lazy("month"), ordering="first_day")
    def month(self, month):
        return str(month)

    @admin.display(description=gettext_lazy("state"))
    def said_state(self, month):
        return month.state.label

    @admin.display(description=pgettext_lazy("fees", "made out by"), ordering="closed_by")
    def made_out_by(self, month):
        return month.closed_by

    def change_view(self, request, object_id, form_url="", extra_context=None):
        if not self.has_view_permission(request):
            raise PermissionDenied
        month = get_object_or_404(FeeMonth.objects.closed(), pk=object_id)
        lines = list(month.lines.order_by("number").select_related("corrects__month"))
        context = {
            **self.page_of(request, month, _("Month of fees")),
            "payees": payees(lines),
            "count": len(lines),
            "corrections": [line for line in lines if line.kind != line.Kind.FEE],
            "approvals": list(month.approvals.select_related("by", "taken_back_by")),
            "acts": [(name, act.label) for name, act in ACTS.items() if act.is_open_to(request.user, month)],
            "pay_until": last_day_to_pay(lines),
            "today": timezone.localdate(),
            "sees_private": request.user.has_perm("bylines.view_privatedetails"),
        }
        return TemplateResponse(request, "admin/fees/feemonth/month.html", context)

    def page_of(self, request, month, title):
        return {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": title,
            "subtitle": str(month),
            "month": month,
            "original": month,
        }

    def act(self, request, pk, name):
        month, act = get_object_or_404(FeeMonth.objects.closed(), pk=pk), ACTS[name]
        if not request.user.has_perm(f"fees.{act.permission}"):
            raise PermissionDenied
        if month.state not in act.states:
            raise Http404
        form = act.asks(request.POST if request.method == "POST" else None)
        if form.is_valid() and done(request, month, act, form.cleaned_data):
            return HttpResponseRedirect(month.get_absolute_url())
        context = {**self.page_of(request, month, act.label), "form": form}
        return TemplateResponse(request, "admin/fees/act.html", context)


def done(request, month, act, answers):
    try:
        act.verb(month, by=request.user, **answers)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return False
    messages.success(request, _("%(month)s: %(act)s, done.") % {"month": month, "act": act.label})
    return True
