"""A year of issues, each day as dark as it has stories."""

from calendar import Calendar
from datetime import date
from itertools import groupby
from typing import NamedTuple

from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.counting import counts_of_days, years_of_days
from articles.heat import Heat
from articles.machines.paths import path_to_calendar
from articles.models import Issue
from articles.views.day import tomorrow
from articles.years import last_days
from pagecache.keeping import kept
from pagecache.showing import shows, until

MONDAY_FIRST = Calendar(firstweekday=0)


class Day(NamedTuple):
    date: date
    issue: Issue | None  # the main paper
    extras: list
    stories: int
    heat: int


@kept
@require_safe
def issue_calendar(request, year=None):
    """A year by month; without a year in the address the newest one."""
    years = years_with_something()
    shows("years", "all")
    until(tomorrow())
    if year is not None and year not in years:
        raise Http404
    newest = next(iter(years), None)
    year = year or newest
    shows("year", year)
    stories = counts_of_days(date(year, 1, 1), last_day(year)) if year else {}
    heat = Heat(stories.values())
    context = {"year": year, "years": years, "heat": heat, "months": months_of(year, stories, heat) if year else []}
    if year == newest:  # under two addresses, until a newer one comes
        context["own_path"] = reverse("issue_calendar")
    return TemplateResponse(request, "articles/issue_calendar.html", context | neighbours(year, years) | way())


def way():
    return {"steps": path_to_calendar()}


def years_with_something():
    """The newest first: of issues, and of stories on the web alone."""
    printed = {day.year for day in last_days()}
    return sorted(printed | years_of_days(before=timezone.localdate()), reverse=True)


def last_day(year):
    """Not beyond today, whatever waits."""
    return min(date(year, 12, 31), timezone.localdate())


def neighbours(year, years):
    """The nearest years that have something."""
    before, after = [one for one in years if year > one], [one for one in years if year < one]
    return {"previous_year": before[0] if before else None, "next_year": after[-1] if after else None}


def months_of(year, stories, heat):
    """The year's months that have something, each with its first day and its weeks of days (None beside the month)."""
    by_day = {day: list(some) for day, some in groupby(issues_of(year), key=lambda issue: issue.date)}
    busy = {day.month for day in by_day} | {date.fromisoformat(key).month for key in stories}
    return [(date(year, month, 1), _weeks(year, month, by_day, stories, heat)) for month in sorted(busy)]


def issues_of(year):
    return Issue.objects.published().filter(date__year=year).order_by("date", "edition").only("date", "edition")


def _weeks(year, month, by_day, stories, heat):
    weeks = MONDAY_FIRST.monthdayscalendar(year, month)
    days = [[date(year, month, day) if day else None for day in week] for week in weeks]
    return [
        [day and _day(day, by_day.get(day, []), stories.get(day.isoformat(), 0), heat) for day in week] for week in days
    ]


def _day(day, issues, stories, heat):
    main = next((issue for issue in issues if not issue.edition), None)
    return Day(day, main, [issue for issue in issues if issue.edition], stories, heat.of(stories))
