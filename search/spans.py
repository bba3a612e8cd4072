"""
How much of the archive is asked at a time, where an index knows no order: about as many months as hold what is wanted,
from the newest, and with every step four times as many. What few entries have is asked of all at once.
"""

from datetime import timedelta

from django.db.models import Max, Min
from django.utils import timezone

from search.frequencies import expected
from search.places import floor, moment_of

AT_ONCE = 2000  # so many are gathered and sorted in no time
REST_AT_ONCE = 20_000  # sooner than they are asked for by ever more months, when the newest have not been enough
DAYS_OF_A_MONTH = 30.5
WIDER = 4


def spans(shelf, wanted, limit):
    """(first place, end, tokens of its months; none where all is asked at once)."""
    count = expected(wanted.tokens) if shelf.only_out and wanted.tokens else 0
    if count <= max(AT_ONCE, 4 * limit):
        yield wanted.first, wanted.end, ()
        return
    oldest, newest = shelf.entries.objects.aggregate(oldest=Min("place"), newest=Max("place")).values()
    first = max(wanted.first, oldest or 0)
    # What is out has no later place; the desk asks of all that is to come, and there is nothing behind the newest.
    end = min(wanted.end, floor(wanted.now + timedelta(days=1)), (newest or 0) + 1)
    width = max(timedelta(days=DAYS_OF_A_MONTH), 4 * limit / count * (moment_of(newest or 0) - moment_of(oldest or 0)))
    while end > first:
        begin = max(first, floor(moment_of(end) - width))
        yield begin, end, tuple(months_between(moment_of(begin), moment_of(end)))
        if count <= REST_AT_ONCE and begin > first:
            yield first, begin, ()
            return
        end, width = begin, width * WIDER


def months_between(begin, end):
    """The tokens of the months, and of whole years where there are such, that hold all of that time."""
    day, last = timezone.localdate(begin), timezone.localdate(end)
    year, month = day.year, day.month
    while (year, month) <= (last.year, last.month):
        if month == 1 and year < last.year:
            yield f"year:{year}"
            year += 1
            continue
        yield f"month:{year}-{month:02}"
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
