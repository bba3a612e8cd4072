"""
What an editor does to stories, from the list or with the form's own buttons: one line each over a verb of
articles.publishing. `ACTS` says for each which permission it takes and in which states it is offered.
"""

from dataclasses import dataclass

from django import forms
from django.contrib import admin, messages
from django.contrib.admin import helpers
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import publishing
from articles.publishing import Refusal
from articles.state import State, state_of


@dataclass(frozen=True)
class Act:
    name: str
    label: str
    permission: str
    states: tuple
    asks_why: bool = False

    def is_open_to(self, user, article):
        return state_of(article) in self.states and user.has_perm(f"articles.{self.permission}")

    def do(self, article, *, by, reason=""):
        verb = getattr(publishing, self.name)
        return verb(article, by=by, reason=reason) if self.asks_why else verb(article, by=by)


UNPRINTED = (State.DRAFT, State.SUBMITTED)
ACTS = {
    act.name: act
    for act in (
        Act("submit", gettext_lazy("Submit for review"), "change_article", (State.DRAFT,)),
        Act("sign", gettext_lazy("Sign off"), "sign_article", UNPRINTED),
        Act("publish", gettext_lazy("Publish now"), "publish_article", (State.READY, State.WITHDRAWN)),
        Act(
            "send_back", gettext_lazy("Send back"), "edit_others_article", (State.SUBMITTED, State.READY), asks_why=True
        ),
        Act(
            "withdraw", gettext_lazy("Withdraw"), "withdraw_article", (State.PUBLISHED, State.SCHEDULED), asks_why=True
        ),
    )
}


class ReasonForm(forms.Form):
    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}))


def listed(act):
    """The act as an action of the list."""

    @admin.action(description=act.label, permissions=[act.name])
    def action(model_admin, request, stories):
        return model_admin.carry_out(request, act, stories)

    action.__name__ = act.name
    return action


class StoryActs:
    """Mixed into the article admin."""

    actions = [listed(act) for act in ACTS.values()]

    def carry_out(self, request, act, stories):
        """Does the act to every story it is open to. An act that needs a reason asks for it on a page of its own."""
        form = ReasonForm(request.POST if "reason" in request.POST else None)
        if act.asks_why and not form.is_valid():
            return self._ask(request, act, stories, form)
        reason = form.cleaned_data["reason"] if act.asks_why else ""
        for story in stories:
            self.do_act(request, act, story, reason)
        return None

    def do_act(self, request, act, story, reason=""):
        if not self._may(request, act, story):
            messages.error(request, _("%(story)s: not yours to do.") % {"story": story.headline})
            return
        try:
            act.do(story, by=request.user, reason=reason)
        except Refusal as refusal:
            messages.error(request, f"{story.headline}: {refusal}")
        else:
            messages.success(request, f"{story.headline}: {state_of(story).label}")

    def open_acts(self, request, story):
        return [act for act in ACTS.values() if act.is_open_to(request.user, story) and self._may(request, act, story)]

    def response_change(self, request, obj):
        """The form's buttons save first, and then act on what was saved."""
        act = ACTS.get(request.POST.get("_act", ""))
        if act is None:
            return super().response_change(request, obj)
        asked = self.carry_out(request, act, self.get_queryset(request).filter(pk=obj.pk))
        return asked or HttpResponseRedirect(request.path)

    def has_submit_permission(self, request):
        return request.user.has_perm("articles.change_article")

    def has_sign_permission(self, request):
        return request.user.has_perm("articles.sign_article")

    def has_publish_permission(self, request):
        return request.user.has_perm("articles.publish_article")

    def has_send_back_permission(self, request):
        return request.user.has_perm("articles.edit_others_article")

    def has_withdraw_permission(self, request):
        return request.user.has_perm("articles.withdraw_article")

    def _may(self, request, act, story):
        may_edit = act.name != "submit" or story.may_be_edited_by(request.user)
        return may_edit and request.user.has_perm(f"articles.{act.permission}")

    def _ask(self, request, act, stories, form):
        context = {
            **self.admin_site.each_context(request),
            "title": act.label,
            "opts": self.model._meta,
            "act": act,
            "stories": stories,
            "form": form,
            "action_checkbox_name": helpers.ACTION_CHECKBOX_NAME,
        }
        return TemplateResponse(request, "admin/articles/article/ask_why.html", context)
