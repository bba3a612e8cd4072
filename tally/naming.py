"""What the lines of an answer are called, and in which order they stand."""

from collections import Counter
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from articles.models import Column, Issue
from bylines.models import Contributor, Role
from regions.models import Region
from tally.questions import By


def names_of(by, keys):
    """{key: what it is called}"""
    return {
        By.PERSON: lambda: _of_records(Contributor.objects.in_bulk(keys), keys, str),
        By.UNIT: lambda: {key: key or _("no unit") for key in keys},
        By.REGION: lambda: _regions(keys),
        By.PLACE: lambda: _regions(keys),
        By.ROLE: lambda: {key: str(Role(key).label) for key in keys},
        By.COLUMN: lambda: _of_records(Column.objects.in_bulk(keys), keys, str) | _none(keys, _("no column")),
        By.ISSUE: lambda: _of_records(Issue.objects.in_bulk(keys), keys, str) | _none(keys, _("on the web alone")),
        By.PAGE: lambda: {key: f"第{key}版" if key else _("on the web alone") for key in keys},
        By.MONTH: lambda: {key: date_format(day_of(by, key), "YEAR_MONTH_FORMAT") for key in keys},
        By.QUARTER: lambda: {key: _quarter(key) for key in keys},
        By.YEAR: lambda: {key: _("year %(year)s") % {"year": int(key)} for key in keys},
    }[by]()


def in_order(by, lines):
    if by in (By.MONTH, By.QUARTER, By.YEAR, By.PAGE):
        return sorted(lines, key=lambda line: line.key)
    if by == By.ISSUE:
        return sorted(lines, key=lambda line: (not line.key, line.name))  # a date begins it
    return sorted(lines, key=lambda line: (-line.now.stories.whole, -line.now.photos.whole, line.name, str(line.key)))


def day_of(by, key):
    """The first day of 2023-03, 2023-Q1, 2023."""
    year, _dash, number = key.partition("-")
    month = {By.MONTH: lambda: int(number), By.QUARTER: lambda: 3 * int(number[1:]) - 2, By.YEAR: lambda: 1}[by]()
    return date(int(year), month, 1)


def _of_records(records, keys, name):
    return {key: name(records[key]) for key in keys if key in records}


def _none(keys, name):
    return {0: name} if 0 in keys else {}


def _regions(codes):
    """By their own name; two of one name say what they are part of."""
    records = Region.objects.with_ancestors().in_bulk([code for code in codes if code], field_name="code")
    named = Counter(region.name for region in records.values())
    names = {code: str(region) if named[region.name] > 1 else region.name for code, region in records.items()}
    return names | ({"": _("no region of that level")} if "" in codes else {})


def _quarter(key):
    year, _dash, number = key.partition("-Q")
    return _("%(year)s, quarter %(number)s") % {"year": int(year), "number": int(number)}
