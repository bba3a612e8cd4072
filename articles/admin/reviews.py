"""
三审 in the admin: the panel on a story's form, the reviewer's two buttons, and the sheet.

The buttons travel with the form: what was typed besides is saved first. Whoever may review and not change posts to an
address of its own.
"""

import re

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import prefetch_related_objects
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from articles import reviewers, reviewing
from articles.acting import Refusal
from articles.admin.open_errors import warn_of_errors
from articles.checks import blocking
from articles.models import Review, Submission
from articles.models.article import Stage
from articles.reopening import warning
from articles.review_queue import next_for
from desk.composed_once import Question

KEPT = "opinion"
PASS_AND_NEXT = "pass, next"  # noqa: S105 - a verdict, and where the reviewer wants to go from there
TURN = re.compile(r"(\d{1,18}):(\d):(\d{1,9})", re.ASCII)


class Reviews:
    """Mixed into the article admin."""

    def get_urls(self):
        wrap = self.admin_site.admin_view
        return [
            path("<int:pk>/review/", wrap(require_POST(self.review)), name="articles_article_review"),
            path("<int:pk>/review-sheet/", wrap(require_safe(self.review_sheet)), name="articles_article_sheet"),
            *super().get_urls(),
        ]

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj:
            context["reviews"] = ReviewPanel(request, obj)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def save_related(self, request, form, formsets, change):
        """Says what the save has done to a story that was reviewed: the rows are saved by now, and its version kept."""
        story = form.instance
        is_read = change and story.stage != Stage.DRAFT and not story.has_been_published
        before = story.submissions.count() if is_read else 0
        super().save_related(request, form, formsets, change)
        request.reopened = is_read and story.submissions.count() > before
        if request.reopened:
            ended = story.submissions.filter(number=before).first()
            messages.warning(request, reopened(ended.words if ended else ""))

    def response_change(self, request, obj):
        """The form's buttons save first; an opinion on what has just changed is nobody's opinion yet."""
        if verdict_in(request.POST) not in Review.Verdict.values:
            return super().response_change(request, obj)
        said = None
        if request.reopened:
            keep_opinion(request, obj)
            messages.error(request, _("Your review was not recorded: the story begins its reviews anew."))
        else:
            # What the form was opened on, its save has looked at; the version that stands now is the reviewer's own.
            said = self._say(request, obj, (*turn_in(request.POST)[:2], obj.version))
        return HttpResponseRedirect(self._from_here(request, said) or request.path)

    def review(self, request, pk):
        """By somebody who may not change the story: nothing is saved besides."""
        story, said = self._seen(request, pk), None
        if verdict_in(request.POST) in Review.Verdict.values:
            said = self._say(request, story, turn_in(request.POST))
        return HttpResponseRedirect(self._from_here(request, said) or form_of(story))

    def _from_here(self, request, said):
        """On to the next that waits, when the review was recorded and its button says so."""
        if said is None or request.POST.get("_review") != PASS_AND_NEXT:
            return None
        following = next_for(request.user)
        if following is None:
            messages.info(request, _("Nothing else waits for your review."))
            return reverse("admin:waiting")
        return form_of(following.article)

    def review_sheet(self, request, pk):
        story = self._seen(request, pk)
        rounds = list(rounds_of(story))
        context = {"article": story, "rounds": rounds, "steps": signatures(rounds)}
        return TemplateResponse(request, "admin/articles/reviews/sheet.html", context)

    def _say(self, request, story, seen):
        """The review, where it was recorded."""
        verdict, opinion = verdict_in(request.POST), request.POST.get("opinion", "")
        try:
            said = reviewing.review(story, by=request.user, verdict=verdict, opinion=opinion, seen=seen)
        except Refusal as refusal:
            keep_opinion(request, story)
            messages.error(request, str(refusal))
            return None
        told = {"step": said.step_label, "verdict": said.get_verdict_display(), "story": story}
        messages.success(request, _("%(story)s, %(step)s: %(verdict)s.") % told)
        if said.is_pass and said.step == said.submission.steps:
            warn_of_errors(request, [story])
        return said

    def _seen(self, request, pk):
        story = get_object_or_404(self.get_queryset(request), pk=pk)
        if not self.has_view_permission(request, story):
            raise PermissionDenied
        return story


class ReviewPanel:
    """What stands on the form: all rounds, the newest first, and what this colleague can do about the open one."""

    def __init__(self, request, story):
        self.story, self.user = story, request.user
        self.rounds = list(rounds_of(story))[::-1]
        self.open = next((one for one in self.rounds if one.is_open), None)
        self.warning = warning(story)
        self.opinion = request.POST.get("opinion") or request.session.pop(f"{KEPT}:{story.pk}", "")
        self.why_not = reviewers.why_not(self.open, self.user) if self.open else ""

    @property
    def earlier(self):
        return self.rounds[1:]

    @property
    def is_my_turn(self):
        return self.open is not None and not self.why_not

    @cached_property
    def errors(self):
        """What the last reviewer should know: errors that nobody has let stand."""
        return blocking(self.story) if self.is_my_turn and self.open.is_at_last_step else []

    @property
    def may_change(self):
        return self.story.may_be_edited_by(self.user)

    @property
    def begins_with(self):
        """A form that comes back with what was typed keeps it."""
        return self.opinion or _(reviewing.AGREED)


def rounds_of(story):
    rounds = rounds_by_key.ask(story=story.pk)
    prefetch_related_objects(rounds, "reviews__reviewer", "authors")
    return rounds


@Question
def rounds_by_key(story):
    people = Submission.objects.select_related("submitted_by", "ended_by")
    return people.filter(article=story).order_by("number")


def signatures(rounds):
    """The lines to sign on: those of the latest round."""
    return rounds[-1].step_names if rounds else []


def verdict_in(posted):
    said = posted.get("_review")
    return Review.Verdict.PASS if said == PASS_AND_NEXT else said


def turn_in(posted):
    """The (submission, step, version) that the form showed."""
    found = TURN.fullmatch(posted.get("review_turn", ""))
    return tuple(map(int, found.groups())) if found else (0, 0, 0)


def reopened(words):
    if not words:
        return _("The story was changed after its review and goes through its reviews again.")
    return _("Changed after the review: %(parts)s. The story goes through its reviews again.") % {"parts": words}


def keep_opinion(request, story):
    request.session[f"{KEPT}:{story.pk}"] = request.POST.get("opinion", "")


def form_of(story):
    return reverse("admin:articles_article_change", args=[story.pk])
