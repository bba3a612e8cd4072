"""When a picture was taken, as XMP, IIM and EXIF write it: one ISO form, as exact as it was said, with its zone."""

import re
from datetime import date, datetime

IIM_DATE = re.compile(r"(\d{4})(\d\d)(\d\d)")
IIM_TIME = re.compile(r"(\d\d)(\d\d)(\d\d)(?:([+-]\d\d)(\d\d))?")
EXIF_TIME = re.compile(r"(\d{4})[:-](\d\d)[:-](\d\d)[ T](\d\d:\d\d:\d\d)")
ZONE = re.compile(r"[+-]\d\d:\d\d|Z")


def from_xmp(text):
    return in_iso(text.strip())


def from_iim(day, time):
    found, clock = IIM_DATE.fullmatch(day), IIM_TIME.fullmatch(time)
    if not found:
        return ""
    said = "-".join(found.groups())
    if not clock:
        return in_iso(said)
    hour, minute, second, *zone = clock.groups()
    return in_iso(f"{said}T{hour}:{minute}:{second}{':'.join(filter(None, zone))}") or in_iso(said)


def from_exif(time, zone):
    found = EXIF_TIME.match(time)
    if not found:
        return ""
    year, month, day, clock = found.groups()
    return in_iso(f"{year}-{month}-{day}T{clock}{zone if ZONE.fullmatch(zone) else ''}")


def in_iso(text):
    """Empty for what is no day of the calendar, a bare year or month among it."""
    try:
        if len(text) == 10:
            return date.fromisoformat(text).isoformat()
        return datetime.fromisoformat(text).isoformat(timespec="seconds") if "T" in text and len(text) < 40 else ""
    except ValueError:
        return ""
