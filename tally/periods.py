"""Months, quarters, years and any days, each with the one before."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

MONTHS = {"month": 1, "quarter": 3, "year": 12}
DAYS = "days"


@dataclass(frozen=True)
class Period:
    """first, last: both inside. kind: month, quarter, year or days. ValueError where it ends before it begins."""

    first: date
    last: date
    kind: str = DAYS

    def __post_init__(self):
        if self.last < self.first:
            raise ValueError(f"{self.first} to {self.last}")

    @property
    def before(self):
        """The calendar's; of mere days as many right before. ValueError where the calendar has none."""
        last = self.first - timedelta(days=1) if self.first > date.min else None
        if last is None:
            raise ValueError(f"Nothing is before {self.first}")
        if self.kind == DAYS:
            length = (self.last - self.first).days
            return Period(last - timedelta(days=min(length, (last - date.min).days)), last)
        year, month = divmod(self.first.year * 12 + self.first.month - 1 - MONTHS[self.kind], 12)
        return of_months(year, month + 1, self.kind)

    def compared(self, today):
        """
        (what has been of it, with what that is compared): of a running period as many days of the one before, from
        its beginning.
        """
        if not self.first <= today < self.last:
            return self, self.before
        so_far = replace(self, last=today)
        return so_far, replace(self.before, last=min(self.before.last, self.before.first + (today - self.first)))


def month(year, number):
    return of_months(year, number, "month")


def quarter(year, number):
    """number: 1 to 4."""
    return of_months(year, 3 * number - 2, "quarter")


def year(number):
    return of_months(number, 1, "year")


def days(first, last):
    return Period(first, last)


def of_months(year, month, kind):
    to_year, to_month = divmod(year * 12 + month - 1 + MONTHS[kind] - 1, 12)
    last = date(to_year, to_month + 1, monthrange(to_year, to_month + 1)[1])
    return Period(date(year, month, 1), last, kind)


def parts_of(period, kind):
    """The months, quarters or years that it has days of, in their order; of the outer ones maybe some days alone."""
    whole, found = holding(period.first, kind), []
    while whole.first <= period.last:
        is_inside = period.first <= whole.first and whole.last <= period.last
        found.append(whole if is_inside else days(max(whole.first, period.first), min(whole.last, period.last)))
        if whole.last == date.max:
            break
        whole = holding(whole.last + timedelta(days=1), kind)
    return found


def holding(day, kind):
    """The month, quarter or year in which the day lies."""
    size = MONTHS[kind]
    return of_months(day.year, (day.month - 1) // size * size + 1, kind)


def name_of(day, kind):
    """2023-03, 2023-Q1 or 2023: in an address, and in their order."""
    return {
        "month": f"{day.year:04}-{day.month:02}",
        "quarter": f"{day.year:04}-Q{(day.month + 2) // 3}",
        "year": f"{day.year:04}",
    }[kind]
