from calendar import Calendar
from datetime import date
from itertools import groupby

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from articles.models import Issue
from articles.pagemap import is_front, page_map
from articles.reading import pages_with_stories

MONDAY_FIRST = Calendar(firstweekday=0)


@require_safe
def issue_calendar(request, year=None):
    """A year of issues by month; without a year in the address the newest one."""
    years = [day.year for day in Issue.objects.published().dates("date", "year", order="DESC")]
    if year is not None and year not in years:
        raise Http404
    year = year or next(iter(years), None)
    issues = Issue.objects.published().filter(date__year=year).order_by("date", "edition") if year else []
    months = months_of(year, issues)
    return TemplateResponse(request, "articles/issue_calendar.html", {"year": year, "years": years, "months": months})


def months_of(year, issues):
    """The year's months that have issues: each with its first day and its weeks of (day, issues of that day)."""
    by_month = groupby(issues, key=lambda issue: issue.date.month)
    return [(date(year, month, 1), _weeks(year, month, list(days))) for month, days in by_month]


def _weeks(year, month, issues):
    by_day = {day: list(some) for day, some in groupby(issues, key=lambda issue: issue.date.day)}
    return [[(day, by_day.get(day, [])) for day in week] for week in MONDAY_FIRST.monthdayscalendar(year, month)]


@require_safe
def issue_page(request, date, edition=""):
    issue = get_object_or_404(Issue.objects.published(), date=date, edition=edition)
    pages = pages_with_stories(issue)
    for page in pages:
        page.map = page_map(page.stories, masthead=is_front(page))
    context = {"issue": issue, "pages": pages, **neighbours(issue)}
    return TemplateResponse(request, "articles/issue_page.html", context)


def neighbours(issue):
    published = Issue.objects.published()
    return {"previous_issue": published.before(issue).first(), "next_issue": published.after(issue).first()}
