"""通讯员用稿排行, for readers: of the years since the day in the paper's record; without it there is no page."""

from datetime import date

from django.http import Http404
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.machines.paths import path_to_index
from articles.models.listing import Kind
from articles.views.day import tomorrow
from bylines.models import Contributor
from desk.addresses import address
from desk.models import Paper
from pagecache.keeping import kept
from pagecache.showing import shows, until
from tally.answers import ranked
from tally.asking import ask
from tally.periods import days
from tally.questions import CORRESPONDENTS, Only, Question, Split

SHOWN = 100


@kept
@require_safe
def ranking_page(request, year=None):
    """Without a year in the address this one's."""
    since = Paper.current().ranking_since
    years = years_shown(since)
    number = years[0] if years and year is None else year
    if number not in years:
        raise Http404
    shows("ranking", "all")
    until(tomorrow())
    people = leading(since, number)
    context = {
        "year": number,
        "years": years,
        "since": since if since.year == number and since != date(number, 1, 1) else None,
        "people": people[:SHOWN],
        "most": SHOWN if len(people) > SHOWN else None,
        "steps": [*path_to_index(Kind.CONTRIBUTOR), (_("Ranking of correspondents"), address("ranking_page"))],
    }
    if number == years[0]:  # under two addresses, until the year is over
        context["own_path"] = address("ranking_page")
    return TemplateResponse(request, "tally/ranking_page.html", context)


def years_shown(since):
    """The newest first."""
    today = timezone.localdate()
    return list(range(today.year, since.year - 1, -1)) if since and since <= today else []


def leading(since, year):
    """[(rank, contributor, stories)] of one more than are shown; those of one rank by name."""
    period = days(max(since, date(year, 1, 1)), date(year, 12, 31))
    answer = ask(Question(period, only=Only(role=CORRESPONDENTS), split=Split.NONE), before=False)
    rows = [(rank, line.key, line.now.stories.whole) for rank, line in ranked(answer)[: SHOWN + 1]]
    people = Contributor.objects.in_bulk([key for _rank, key, _stories in rows])
    shows("contributor", *people)
    shows("own_page", *(f"contributor:{key}" for key in people))
    return [(rank, people[key], stories) for rank, key, stories in rows if key in people]
