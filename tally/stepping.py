"""The ways from one period to others: those that are asked for every day, and the one before and after."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from tally.periods import days, holding, month, quarter, year


def usual_periods():
    """(words, period) of those that one asks for most."""
    today = timezone.localdate()
    this_month, this_year = month(today.year, today.month), year(today.year)
    this_quarter = quarter(today.year, (today.month + 2) // 3)
    return [
        (_("this month"), this_month),
        (_("last month"), this_month.before),
        (_("this quarter"), this_quarter),
        (_("last quarter"), this_quarter.before),
        (_("this year"), this_year),
        (_("last year"), this_year.before),
    ]


def period_after(period):
    """The next of its kind."""
    day = period.last + timedelta(days=1)
    if period.kind == "month":
        return month(day.year, day.month)
    if period.kind == "quarter":
        return quarter(day.year, (day.month + 2) // 3)
    if period.kind == "year":
        return year(day.year)
    return days(day, day + (period.last - period.first))


def said(period):
    """As the address names it."""
    if period.kind == "days" or period != holding(period.first, period.kind):
        return {"year": None, "part": None, "first": period.first.isoformat(), "last": period.last.isoformat()}
    part = {"year": None, "month": period.first.month, "quarter": f"q{(period.first.month + 2) // 3}"}[period.kind]
    return {"year": period.first.year, "part": part, "first": None, "last": None}


def steps(form):
    """(words, address, whether it is the one that is shown)"""
    return [(words, form.address(**said(period)), period == form.period) for words, period in usual_periods()]


def neighbours(form):
    """Addresses of the period before and of the one after; none after of what is still to come."""
    before, after = form.period.before, period_after(form.period)
    has_come = after.first <= timezone.localdate()
    return form.address(**said(before)), form.address(**said(after)) if has_come else ""
