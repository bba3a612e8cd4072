"""年度用稿清单: of one contributor, or of many one after the other, each beginning a sheet of its own."""

from dataclasses import replace

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from bylines.models import Contributor
from desk.numbers import key_of
from tally.answers import ranked
from tally.asked import FIRST_YEAR, LAST_YEAR, TallyForm
from tally.asking import ask
from tally.periods import year as year_of
from tally.questions import By
from tally.sight import sight_of
from tally.statement import statements_of

AT_ONCE = 50
PEOPLE = Contributor.objects.select_related("region__parent__parent__parent").prefetch_related("terms")


@require_safe
@never_cache
def tally_statement(request, pk, year):
    sight = sight_of(request.user)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Http404
    person = get_object_or_404(PEOPLE, pk=pk)
    if not sight.is_whole and person != sight.own:
        raise PermissionDenied
    if person.merged_into_id:
        return HttpResponseRedirect(reverse("admin:tally_statement", args=[person.as_it_stands().pk, year]))
    back = reverse("admin:tally") + f"?year={year}&person={pk}&by=month"
    return sheets(request, [person], year, back=back)


@require_safe
@never_cache
def tally_statements(request):
    """Of all whom the statistics name for that year, in the order of their rank, so many at once."""
    if not sight_of(request.user).is_whole:
        raise PermissionDenied
    form = TallyForm(request.GET)
    if not form.is_valid():
        return HttpResponseRedirect(reverse("admin:tally") + form.address())
    year = form.period.first.year
    keys = people_of(form, year)
    start = min(key_of(request.GET.get("start")) or 0, len(keys))
    shown = keys[start : start + AT_ONCE]
    people = PEOPLE.in_bulk(shown)
    following = start + len(shown) if start + len(shown) < len(keys) else None
    return sheets(
        request,
        [people[key] for key in shown if key in people],
        year,
        back=reverse("admin:tally") + form.address(),
        stretch=(start + 1, start + len(shown), len(keys)),
        following=form.address(start=following),
        has_following=following is not None,
    )


def people_of(form, number):
    """Keys, the most printed first."""
    question = replace(form.question, period=year_of(number), by=By.PERSON)
    return [line.key for _rank, line in ranked(ask(question, before=False), by=form.measure, split=form.is_split)]


def sheets(request, people, number, **told):
    context = {
        "statements": statements_of(people, number),
        "year": number,
        "is_running": number == timezone.localdate().year,
        **told,
    }
    return TemplateResponse(request, "admin/tally/statement.html", context)
