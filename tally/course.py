"""
The course over time beside a table: its own lines where they are times, else the last twelve months, each with the same
month of the year before.
"""

from dataclasses import replace
from typing import NamedTuple

from django.utils.translation import gettext as _

from tally.asking import ask
from tally.charts.course import Point, drawn
from tally.leading import ALL, behind_address
from tally.periods import days, month
from tally.questions import BY_TIME, By
from tally.table import measured, number_of
from tally.words import MEASURES, month_words, number_words, quarter_words

MONTHS = 12


class Course(NamedTuple):
    drawing: str
    title: str
    words_now: str
    words_before: str
    months: list  # of Month, where the table beside says others


class Month(NamedTuple):
    """What was printed in it and a year before, each with the address of the stories behind it, if there are any."""

    point: Point
    address: str
    address_before: str

    @property
    def words(self):
        return number_words(self.point.now)

    @property
    def words_before(self):
        return number_words(self.point.before)


def course_of(answer, form):
    """None where nothing at all was printed."""
    is_own = answer.question.by in BY_TIME
    months = [] if is_own else last_months(form)
    points = points_of_lines(answer, form) if is_own else [month.point for month in months]
    if len(points) < 2 or not any(point.now or point.before for point in points):
        return None
    title = _("%(measure)s over time") % {"measure": MEASURES[form.measure]}
    told = f"{title}：{figures_told(points)}"
    words = (_("this period"), _("the period before")) if is_own else (_("the last twelve months"), _("a year before"))
    return Course(drawn(points, told), title, *words, months)


def figures_told(points):
    return "、".join(f"{point.name} {number_words(point.now)}" for point in points)


def points_of_lines(answer, form):
    words = time_words if is_of_years(answer) else part_words
    return [Point(words(line.key), *measured(line, form)) for line in answer.lines]


def is_of_years(answer):
    return answer.question.by == By.YEAR or answer.period.first.year != answer.period.last.year


def time_words(key):
    """Of 2023-03, 2023-Q1 or 2023, short enough to stand under a column."""
    number, _hyphen, part = key.partition("-")
    return f"{number}.{int(part)}" if part.isdecimal() else f"{number} {part}".strip()


def part_words(key):
    """The same within one year."""
    _year, _hyphen, part = key.partition("-")
    return month_words(int(part)) if part.isdecimal() else quarter_words(int(part[1:]))


def last_months(form):
    """The twelve up to the end of what is asked for; those within it are marked."""
    found = by_month(form)
    return [month_of(each, a_year_before(each), found, form) for each in months_up_to(form.period.last)]


def month_of(period, before, found, form):
    number, former = found.get(key_of(period), 0), found.get(key_of(before), 0)
    is_chosen = form.period.first <= period.first and period.last <= form.period.last
    return Month(
        Point(month_words(period.first.month), number, former, is_chosen),
        behind_address(form, ALL, form.measure, period) if number else "",
        behind_address(form, ALL, form.measure, before) if former else "",
    )


def by_month(form):
    """{key of a month: its number} of two years, in one question."""
    first = a_year_before(months_up_to(form.period.last)[0]).first
    question = replace(form.question, period=days(first, months_up_to(form.period.last)[-1].last), by=By.MONTH)
    return {line.key: number_of(line.now, form) for line in ask(question, before=False).lines}


def months_up_to(day):
    found = [month(day.year, day.month)]
    while len(found) < MONTHS:
        found.insert(0, found[0].before)
    return found


def a_year_before(period):
    return month(period.first.year - 1, period.first.month)


def key_of(period):
    return f"{period.first:%Y-%m}"
