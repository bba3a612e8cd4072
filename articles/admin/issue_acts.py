"""What is done to a signed issue before its hour: the signing is taken back, or it moves to another hour."""

from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import issuing, publishing
from articles.acting import Refusal, require
from articles.admin.acts import HourForm, ReasonForm
from articles.models import Issue
from desk.composed_once import Question
from desk.models import AuditEntry


@dataclass(frozen=True)
class IssueAct:
    label: str
    asks: type[forms.Form]

    def done(self, issue):
        if issue.signed_for is None:
            return _("The signing of %(issue)s is taken back.") % {"issue": issue}
        hour = f"{timezone.localtime(issue.signed_for):%Y-%m-%d %H:%M}"
        return _("%(issue)s is to go out at %(hour)s.") % {"issue": issue, "hour": hour}


ACTS = {
    "unsign": IssueAct(gettext_lazy("Take the signing back"), ReasonForm),
    "move-hour": IssueAct(gettext_lazy("Move to another hour"), HourForm),
}
VERBS = {"unsign": issuing.take_signing_back, "move-hour": issuing.move_hour}


class IssueActs:
    """Mixed into the issue admin."""

    change_form_template = "admin/articles/issue/change_form.html"

    def get_urls(self):
        act = self.admin_site.admin_view(self.act_on_issue)
        own = [path(f"<int:pk>/{name}/", act, {"name": name}, name=f"articles_issue_{name}") for name in ACTS]
        return [*own, *super().get_urls()]

    def change_view(self, request, object_id, form_url="", extra_context=None):
        acts = [(name, act.label) for name, act in ACTS.items()] if self.has_publish_permission(request) else []
        return super().change_view(request, object_id, form_url, {**(extra_context or {}), "issue_acts": acts})

    def act_on_issue(self, request, pk, name):
        issue = get_object_or_404(Issue, pk=pk)
        if not self.has_publish_permission(request):
            raise PermissionDenied
        if issue.signed_for is None or issue.is_published:
            raise Http404
        form = ACTS[name].asks(request.POST or None)
        if form.is_valid() and self._done(request, issue, name, form.cleaned_data):
            return HttpResponseRedirect(reverse("admin:articles_issue_change", args=[pk]))
        context = {
            **self.admin_site.each_context(request),
            "title": ACTS[name].label,
            "subtitle": str(issue),
            "opts": self.model._meta,
            "original": issue,
            "form": form,
        }
        return TemplateResponse(request, "admin/articles/issue/act.html", context)

    def _done(self, request, issue, name, answers):
        try:
            require_reach(request.user, issue)
            VERBS[name](issue, by=request.user, **answers)
        except Refusal as refusal:
            messages.error(request, str(refusal))
            return False
        messages.success(request, ACTS[name].done(issue))
        return True


def require_reach(user, issue):
    elsewhere = publishing.placed_stories(issue).out_of_reach_of(user)
    require(not elsewhere.exists(), _("Stories of other desks stand on its pages: it goes out by who works on all."))


def tell_put_off(request, since):
    """After any act in the admin: which issues it has taken the hour from, or given it back."""
    for entry in told_of_issues.ask(user=request.user.pk, since=since):
        issue = Issue.objects.filter(pk=entry.key).first()
        if issue and entry.verb == "put_off":
            said = _("%(issue)s is not whole and does not go out: %(why)s. It is back when nothing is missing.")
            messages.warning(request, said % {"issue": issue, "why": entry.words})
        elif issue:
            messages.success(
                request, _("%(issue)s is whole and goes out at %(hour)s.") % {"issue": issue, "hour": entry.words}
            )


@Question
def told_of_issues(user, since):
    """Asked after every act."""
    told = AuditEntry.objects.filter(kind="issue", verb__in=["put_off", "whole"], by=user, at__gte=since)
    return told.order_by("pk")
