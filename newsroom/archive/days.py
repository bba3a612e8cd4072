"""The hours of a day's stories, as the database has them: in UTC, and as text, which both databases read."""

from datetime import UTC, datetime, time, timedelta
from typing import NamedTuple

from django.utils import timezone

AFTERNOON = time(15)
WEB_FROM = time(8)


class Hour(NamedTuple):
    """day: on the newsroom's clock. at: when a story comes out; the others are what goes before and after it."""

    day: str
    at: str
    entered: str
    changed: str
    corrected: str
    withdrawn: str


AROUND = [timedelta(hours=-14), timedelta(hours=-8), timedelta(days=1), timedelta(days=2)]


def hour_of(day, clock):
    return hour_at(datetime.combine(day, clock))


def hour_on_web(day, minutes):
    return hour_at(datetime.combine(day, WEB_FROM) + timedelta(minutes=minutes))


def hour_at(local):
    at = timezone.make_aware(local).astimezone(UTC)
    return Hour(local.date().isoformat(), *(as_text(moment) for moment in (at, *(at + step for step in AROUND))))


def as_text(moment):
    return moment.strftime("%Y-%m-%d %H:%M:%S")
