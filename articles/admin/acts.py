"""
What an editor does to stories, from the list or with the form's own buttons: one line each over a verb of
articles.publishing or articles.reviewing. `ACTS` says for each which permission it takes and in which states it stands
open.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.contrib import admin, messages
from django.contrib.admin import helpers
from django.contrib.admin.widgets import AdminSplitDateTime
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from articles import publishing, reviewers, reviewing
from articles.acting import Refusal
from articles.admin.open_errors import warn_of_errors
from articles.admin.unseen import warn_of_unseen
from articles.state import State, state_of


class ReasonForm(forms.Form):
    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}))


class HourForm(forms.Form):
    at = forms.SplitDateTimeField(label=gettext_lazy("Goes out at"), widget=AdminSplitDateTime)

    def clean_at(self):
        at = self.cleaned_data["at"]
        if at <= timezone.now():
            raise forms.ValidationError(_("That time is past. To publish at once there is “Publish now”."))
        return at


@dataclass(frozen=True)
class Act:
    """One verb, with the states it is offered in and the form it asks first."""

    name: str
    label: str
    permission: str
    states: tuple
    verb: Callable
    asks: type | None = None

    def is_open_to(self, user, article):
        return state_of(article) in self.states and article.allows(user, self.permission)

    def form(self, posted):
        """What it asks: filled in when the page that asks was sent, empty before."""
        return self.asks(posted if "asked" in posted else None) if self.asks else forms.Form({})


READY = (State.READY, State.SCHEDULED)  # signed off, and not out
WORK = (
    Act("submit", gettext_lazy("Submit for review"), "change_article", (State.DRAFT,), reviewing.submit),
    Act("recall", gettext_lazy("Recall"), "change_article", (State.SUBMITTED,), reviewing.recall),
    Act("publish", gettext_lazy("Publish now"), "publish_article", READY, publishing.publish),
    Act("schedule", gettext_lazy("Schedule"), "publish_article", (State.READY,), publishing.publish, HourForm),
    Act("unschedule", gettext_lazy("Unschedule"), "publish_article", (State.SCHEDULED,), publishing.unschedule),
    Act("send_back", gettext_lazy("Send back"), "edit_others_article", READY, reviewing.send_back, ReasonForm),
    Act("withdraw", gettext_lazy("Withdraw"), "withdraw_article", (State.PUBLISHED,), publishing.withdraw, ReasonForm),
    Act("restore", gettext_lazy("Restore"), "withdraw_article", (State.WITHDRAWN,), publishing.restore, ReasonForm),
)
ACTS = {act.name: act for act in WORK}


def listed(act):
    """The act as an action of the list."""

    @admin.action(description=act.label)
    def action(model_admin, request, stories):
        return model_admin.carry_out(request, act, stories)

    action.__name__ = act.name
    return action


class StoryActs:
    """Mixed into the article admin."""

    actions = [listed(act) for act in ACTS.values()]

    def get_urls(self):
        act = self.admin_site.admin_view(require_POST(self.act))
        return [path("<int:pk>/act/", act, name="articles_article_act"), *super().get_urls()]

    def act(self, request, pk):
        """From the form of somebody who may not change the story: nothing is saved besides."""
        act = ACTS.get(request.POST.get("_act", ""))
        story = self.get_queryset(request).filter(pk=pk)
        if act is None or not story:
            raise Http404
        asked = self.carry_out(request, act, story)
        return asked or HttpResponseRedirect(reverse("admin:articles_article_change", args=[pk]))

    def get_actions(self, request):
        """Only what this user may do at all."""
        offered = super().get_actions(request)
        refused = [act.name for act in ACTS.values() if not request.user.has_perm(f"articles.{act.permission}")]
        return {name: action for name, action in offered.items() if name not in refused}

    def carry_out(self, request, act, stories):
        """Does the act to every story it is open to. What it must know first it asks on a page of its own."""
        form = act.form(request.POST)
        if not form.is_valid():
            return self._ask(request, act, stories, form)
        for story in stories:
            self.do_act(request, act, story, form.cleaned_data)
        return None

    def do_act(self, request, act, story, answers):
        try:
            self._require_open(request, act, story)
            act.verb(story, by=request.user, **answers)
        except Refusal as refusal:
            said = {"story": story.headline, "refusal": refusal}
            messages.error(request, _("%(story)s: %(refusal)s") % said)
        else:
            said = {"story": story.headline, "state": state_of(story).label}
            messages.success(request, _("%(story)s is now: %(state)s") % said)
            warn_of_unseen(request, [story])
            if act.verb == publishing.publish:
                warn_of_errors(request, [story])

    def open_acts(self, request, story):
        return [act for act in ACTS.values() if self._is_open(request, act, story)]

    def response_change(self, request, obj):
        """The form's buttons save first, and then act on what was saved."""
        act = ACTS.get(request.POST.get("_act", ""))
        if act is None:
            return super().response_change(request, obj)
        asked = self.carry_out(request, act, self.get_queryset(request).filter(pk=obj.pk))
        return asked or HttpResponseRedirect(request.path)

    def _is_open(self, request, act, story):
        if not act.is_open_to(request.user, story):
            return False
        if act.name in ("publish", "unschedule") and story.is_scheduled:
            # With its issue it has no hour of its own that could be taken back, and may come out before.
            return publishing.waits_with_its_issue(story) == (act.name == "publish")
        if act.name == "recall":
            return reviewers.may_recall(story, request.user)
        return act.name != "submit" or story.may_be_edited_by(request.user)

    def _require_open(self, request, act, story):
        if not self._is_open(request, act, story):
            said = {"act": act.label, "state": state_of(story).label}
            raise Refusal(_("%(act)s is not open to you for a story that is %(state)s.") % said)

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
