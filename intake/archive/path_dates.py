"""Date and page by the path of a file: 2003/03/02/A02.txt, 20030302_A02.pdf, 1987.zip/0102.txt. Nothing is guessed."""

import re
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from intake.pages.labels import padded

YEAR = r"(?<!\d)(?P<year>(?:18|19|20)\d\d)"
BETWEEN = r"[-_./\\\s年月]{1,2}"
DATES = [
    re.compile(form)
    for form in (
        rf"{YEAR}(?P<month>\d\d)(?P<day>\d\d)(?!\d)",
        rf"{YEAR}{BETWEEN}(?P<month>\d\d?){BETWEEN}(?P<day>\d\d?)(?!\d)",
        rf"{YEAR}{BETWEEN}(?!18|19|20)(?P<month>\d\d)(?P<day>\d\d)(?!\d)",
        rf"{YEAR}(?P<month>\d\d){BETWEEN}(?P<day>\d\d)(?!\d)",
    )
]
ENDINGS = re.compile(r"\.[A-Za-z]{2,4}(?=/|$)")
PRINTED = re.compile(r"第?\s*(?<![A-Za-z0-9])([A-Za-z]?\d{1,3})\s*版")
LABEL = re.compile(r"(?:^|(?<=[-_.\s]))([A-Za-z]\d{1,3}|\d{2,3})(?=[-_.\s]|$)")
ALONE = re.compile(r"[A-Za-z]?\d{1,3}")
LETTERED = re.compile(r"[A-Za-z]\d{1,3}")


def day_in(path):
    """The one day that the path names, or None where it names none."""
    words = ENDINGS.sub("", path)
    found, days = matches(words), days_among(words)
    if len(days) > 1:
        raise unclear(_("The path names several days: %(days)s."), days=", ".join(sorted(map(str, days))))
    if found and not days:
        raise unclear(_("“%(words)s” in the path is no day of the calendar."), words=found[0][0])
    return next(iter(days), None)


def days_among(words):
    return {day for match in matches(words) if (day := day_of(match))}


def matches(words):
    return [match for form in DATES for match in form.finditer(words)]


def day_of(match):
    try:
        return date(*(int(match[part]) for part in ("year", "month", "day")))
    except ValueError:
        return None


def label_in(path):
    """A02, or nothing. What stands behind the date counts, and before it only what can be nothing but a page."""
    words = ENDINGS.sub("", path)
    found = list(filter(day_of, matches(words)))
    behind = max((match.end() for match in found), default=0)
    before = min((match.start() for match in found), default=0)
    first = words[:before].split("/")
    return label_behind_date(words[behind:]) or only_one(printed(first) or list(filter(LETTERED.fullmatch, first)))


def label_behind_date(words):
    """What is called a page; the only one with a letter; a folder of that name; or the only figure."""
    parts = [part.strip(" -_.") for part in words.split("/")]
    folders = list(filter(ALONE.fullmatch, parts[:-1]))
    figures = [*filter(ALONE.fullmatch, parts), *(label for part in parts for label in LABEL.findall(part))]
    lettered = list(filter(LETTERED.fullmatch, figures))
    return only_one(printed(parts) or lettered or folders or figures)


def printed(parts):
    return [label for part in parts for label in PRINTED.findall(part)]


def only_one(found):
    labels = sorted({padded(label) for label in found})
    if len(labels) > 1:
        raise unclear(_("The path names several pages: %(labels)s."), code="page", labels=", ".join(labels))
    return labels[0] if labels else ""


def unclear(sentence, code="date", **words):
    return ValidationError(sentence, code=code, params=words)
