"""Issues and pages are sought by their day: 2023, 2023-03 and 2023-03-02 are stretches of one index."""

import re
from calendar import monthrange
from datetime import date

from django.db.models import Q

from articles.models import Issue
from desk.numbers import key_of

DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)
LATEST = 120  # issues, a season of them, whose pages are looked through for a name


def days_of(word):
    """The first and last day that the word means, or None."""
    said = DAY.fullmatch(word)
    if not said:
        return None
    year, month, day = (int(part) if part else None for part in said.groups())
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:
        return None
    if day:
        return first, first
    month = month or 12
    return first, date(year, month, monthrange(year, month)[1])


def issues_sought(issues, words):
    for word in words.split():
        days, number = days_of(word), key_of(word)
        asked = Q(date__range=days) if days else Q(pk__in=[])
        issues = issues.filter(asked | Q(number=number) if number else asked)
    return issues


def pages_sought(pages, words):
    """By day, label and name. Without a day the pages of the latest issues alone."""
    asked, has_day = Q(), False
    for word in words.split():
        days = days_of(word)
        has_day = has_day or days is not None
        asked &= Q(issue__date__range=days) if days else Q(label__iexact=word) | Q(name__icontains=word)
    if has_day or not words.split():
        return pages.filter(asked)
    latest = Issue.objects.order_by("-date").values("pk")[:LATEST]
    return pages.filter(asked, issue__in=latest)
