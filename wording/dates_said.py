"""Dates that a text names: days that no calendar has, and weekdays that are not theirs."""

import re
from calendar import monthrange
from datetime import date

from wording.unmarked import Slip

WEEKDAYS = "一二三四五六日"
DATE = re.compile(r"(?:(?P<year>(?:1[89]|20)\d\d)年)?(?<![\d.])(?P<month>\d{1,2})月(?P<day>\d{1,2})日")
YEAR = re.compile(r"(?<!\d)((?:1[89]|20)\d\d)年")
WEEKDAY = re.compile(r"[（( ，]?(?P<said>(?:星期|礼拜|周)(?P<day>[一二三四五六日天]))(?![一二三四五六日天至到年岁末])")
LUNAR = ("农历", "阴历", "旧历")


def impossible_dates(text):
    """2月30日, 13月5日; 2月29日 where the year is printed and no leap year."""
    for found in DATE.finditer(text):
        if not _is_lunar(text, found) and not _exists(found):
            yield Slip(*found.span())


def wrong_weekdays(text, on=None):
    """
    3月2日星期五 of a Thursday. Without a printed year any year that the text names will do, and the one in which the
    day is nearest to `on`, the day of the issue.
    """
    named = {int(year) for year in YEAR.findall(text)}
    for found in DATE.finditer(text):
        weekday = WEEKDAY.match(text, found.end())
        if not weekday or not _exists(found) or _is_lunar(text, found):
            continue
        days = list(_days(found, named, on))
        said = WEEKDAYS.index(weekday["day"].replace("天", "日"))
        if days and all(day.weekday() != said for day in days):
            start, end = weekday.span("said")
            yield Slip(start, end, f"{weekday['said'][:-1]}{WEEKDAYS[days[0].weekday()]}")


def _is_lunar(text, found):
    return text.endswith(LUNAR, 0, found.start())


def _exists(found):
    month, day = int(found["month"]), int(found["day"])
    year = int(found["year"] or 2024)  # a leap year: who prints none may mean one
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def _days(found, named, on):
    """The days that may be meant, the likeliest first."""
    years = [int(found["year"])] if found["year"] else [*_nearest(found, on), *sorted(named)]
    for year in years:
        day = _day(year, found)
        if day:
            yield day


def _nearest(found, on):
    days = [_day(on.year + step, found) for step in (-1, 0, 1)] if on else []
    return [min(filter(None, days), key=lambda day: abs(day - on)).year] if any(days) else []


def _day(year, found):
    try:
        return date(year, int(found["month"]), int(found["day"]))
    except ValueError:
        return None
