"""The stories behind a figure, newest first, a screenful at a time by position."""

from typing import NamedTuple

from django.contrib import admin
from django.db.models import Prefetch
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from articles.cursors import cursor_after, place_asked_for
from articles.models import Placement
from desk.numbers import key_of
from desk.positions import beyond
from tally.asked import TallyForm
from tally.asking import PHOTOS, STORIES, behind, figures_of
from tally.naming import names_of
from tally.questions import By
from tally.sight import sight_of
from tally.words import MEASURES, number_words, period_words

PER_PAGE = 50
NEWEST_FIRST = ["-published_at", "-pk"]
PRINTED = ("headline", "published_at", "length", "column")
# Photos open the stories that show them, characters those that have them.
BEHIND = {"stories": STORIES, "photos": PHOTOS, "length": STORIES}
BY_NUMBER = (By.PERSON, By.COLUMN, By.ISSUE)


@require_safe
@never_cache
def tally_stories(request):
    sight = sight_of(request.user)
    form = TallyForm(request.GET, own=sight.own)
    if sight.is_empty or not form.is_valid():
        # The page says in words what is wrong with what was asked.
        return HttpResponseRedirect(reverse("admin:tally") + form.address())
    key, of = key_asked(request, form), measure_asked(request)
    before = place_asked_for(request)
    name, stories, figures = line_asked(form.question, key, of)
    context = {
        **admin.site.each_context(request),
        "title": _("The stories behind a figure"),
        "form": form,
        "period": period_words(form.period),
        "name": name,
        "figure": figure_words(figures, of, form) if of else "",
        "number": None if before else stories.count(),
        "found": screenful(stories, before),
        "back": reverse("admin:tally") + form.address(),
        "asked": form.address(key=request.GET.get("key"), without=request.GET.get("without"), of=of),
        "before": before,
    }
    return TemplateResponse(request, "admin/tally/stories.html", context)


class Screenful(NamedTuple):
    stories: list
    older: str  # where the list goes on; empty at its end


def screenful(stories, before):
    if before:
        stories = stories.filter(beyond(NEWEST_FIRST, before))
    pages = Prefetch("placements", Placement.objects.published().select_related("page__issue"))
    rows = stories.only(*PRINTED).select_related("column").prefetch_related("bylines", pages)
    found = list(rows.order_by(*NEWEST_FIRST)[: PER_PAGE + 1])
    shown = found[:PER_PAGE]
    older = cursor_after(shown[-1].published_at, shown[-1].pk) if len(found) > PER_PAGE else ""
    return Screenful(shown, older)


def key_asked(request, form):
    """As a line has it; None where no line is named, and all are meant."""
    is_number = form.question.by in BY_NUMBER
    if "without" in request.GET:
        return 0 if is_number else ""
    text = request.GET.get("key")
    return key_of(text) or -1 if is_number and text is not None else text


def line_asked(question, key, of):
    """
    (its name, the stories behind it, its figures). 404 for what no line can be called, and for a record that is gone.
    """
    try:
        name = "" if key is None else names_of(question.by, [key])[key]
        return name, behind(question, key, of=of and BEHIND[of]), figures_of(question, key)
    except (KeyError, ValueError) as error:
        raise Http404 from error


def measure_asked(request):
    of = request.GET.get("of")
    return of if of in BEHIND else None


def figure_words(figures, of, form):
    """As the table says it: 篇数3, 折合1.50."""
    figure = getattr(figures, of)
    words = f"{MEASURES[of]}{number_words(figure.whole)}"
    if not form.is_split:
        return words
    return f"{words} " + _("split %(share)s") % {"share": number_words(figure.split)}
