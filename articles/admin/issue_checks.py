"""
The checks before press of a whole issue: a page of its own, from which the board takes what it prints on its cards.
The board itself asks nothing for them and stands before they are there.
"""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.admin.check_panel import counts_of
from articles.admin.checks import settle, waiving_page
from articles.checks import Level, check_issue
from articles.checks.showing import seen_by, without_unseen

MOST_SHOWN = 6  # of one story: the form has them all
OF_THE_PAPER = ("name", "cn_number", "colophon")


class IssueChecks:
    """Mixed into the issue admin."""

    def get_urls(self):
        wrap = self.admin_site.admin_view
        return [
            path("<int:pk>/checks/", wrap(require_safe(self.checks)), name="articles_issue_checks"),
            path("<int:pk>/waive/<slug:digest>/", wrap(self.waive_hit), name="articles_issue_waive"),
            *super().get_urls(),
        ]

    def checks(self, request, pk):
        issue = self._seen_issue(request, pk)
        found = found_in(issue, request.user)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Checks of %(issue)s") % {"issue": issue},
            "opts": self.model._meta,
            "issue": issue,
            "found": found,
            "paper": found.paper,
            "may_waive": request.user.has_perm("articles.add_waiver"),
        }
        return TemplateResponse(request, "admin/articles/checks/issue.html", context)

    def waive_hit(self, request, pk, digest):
        issue = self._seen_issue(request, pk)
        found = found_in(issue, request.user)
        hit = next((place.hit for place in found.all_places if place.hit.digest == digest), None)
        if hit is None:
            raise Http404
        refusal = settle(request, hit) if request.method == "POST" else ""
        if request.method == "POST" and not refusal:
            messages.success(
                request, _("Taken back.") if hit.is_open else _("Let stand: %(hit)s") % {"hit": hit.message}
            )
            return HttpResponseRedirect(reverse("admin:articles_issue_checks", args=[pk]))
        return waiving_page(self, request, hit, refusal)

    def _seen_issue(self, request, pk):
        issue = get_object_or_404(self.get_queryset(request), pk=pk)
        if not self.has_view_permission(request, issue):
            raise PermissionDenied
        return issue


@dataclass(frozen=True)
class Place:
    """A hit of the issue or of a page, and where it is put right; empty where this colleague cannot go."""

    hit: Any
    address: str


@dataclass(frozen=True)
class StoryFound:
    article: Any
    hits: list

    @property
    def counts(self):
        return counts_of(self.marked)

    @property
    def open(self):
        return [hit for hit in self.hits if hit.is_open]

    @property
    def marked(self):
        """What the board prints of it: a notice is for whoever has the story before him."""
        return [hit for hit in self.open if hit.level != Level.NOTICE]

    @property
    def shown(self):
        return self.open[:MOST_SHOWN]

    @property
    def more(self):
        return len(self.open[MOST_SHOWN:])


@dataclass
class Section:
    """The issue itself, or one of its pages with the stories that stand there first."""

    record: Any
    places: list
    stories: list

    @property
    def counts(self):
        return counts_of([place.hit for place in self.marked])

    @property
    def marked(self):
        """What the board prints of it: that a story is not signed off stands on its card already."""
        said = [place for place in self.open if place.hit.level != Level.NOTICE]
        return [place for place in said if place.hit.code != "story-unsigned"]

    @property
    def open(self):
        return [place for place in self.places if place.hit.is_open]

    @property
    def waived(self):
        return [place for place in self.places if not place.hit.is_open]

    @property
    def is_clean(self):
        return not self.open and not any(found.open for found in self.stories)


@dataclass
class FoundInIssue:
    own: Section
    pages: list
    all_hits: list
    paper: Any

    @property
    def all_places(self):
        return [place for section in (self.own, *self.pages) for place in section.places]

    @property
    def counts(self):
        return counts_of(self.all_hits)


def found_in(issue, user):
    """What this colleague may see of it: the stories of other desks are left out, by name too."""
    checked = check_issue(issue)
    hits = [*checked.hits, *(hit for _article, own in checked.stories for hit in own)]
    keys = {article.pk for article, _hits in checked.stories} | {hit.names for hit in hits if hit.names}
    seen = seen_by(user, keys) if user.has_perm("articles.view_article") else set()
    stories = [(article, without_unseen(own, seen)) for article, own in checked.stories if article.pk in seen]
    own = [Place(hit, address_of(hit, user)) for hit in without_unseen(checked.hits, seen)]
    return FoundInIssue(
        own=Section(issue, [place for place in own if place.hit.record == issue], []),
        pages=[section_of(page, own, stories, checked.sheet) for page in checked.sheet.pages],
        all_hits=[*(place.hit for place in own), *(hit for _article, found in stories for hit in found)],
        paper=checked.sheet.together.paper,
    )


def section_of(page, places, stories, sheet):
    first = {story.article.pk: page_first(story, sheet) for story in sheet.stories}
    here = [StoryFound(article, hits) for article, hits in stories if first[article.pk] == page.pk]
    return Section(page, [place for place in places if place.hit.record == page], here)


def page_first(story, sheet):
    """A story that runs over two pages is named on the first of them."""
    own = {page.pk for page in sheet.pages}
    return next(row.page_id for row in story.placements if row.page_id in own)


def address_of(hit, user):
    if hit.names:
        return reverse("admin:articles_article_change", args=[hit.names])
    if hit.field in OF_THE_PAPER:
        return reverse("admin:desk_paper_changelist") if user.has_perm("desk.view_paper") else ""
    return reverse(f"admin:articles_{hit.record._meta.model_name}_change", args=[hit.record.pk])
