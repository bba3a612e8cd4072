"""
Stories come onto a shelf and leave it, within the transaction that publishes, changes or withdraws them. What has not
changed is not written.
"""

from datetime import datetime
from typing import NamedTuple

from django.db import transaction
from django.db.models import Exists, OuterRef, Subquery

from search.places import ROOM, place_for
from search.shelves import BOTH, DESK, OUT, index

COLUMNS = ("head", "text", "filters", "edition")


class Stored(NamedTuple):
    """An entry with the columns of its text."""

    place: int
    key: int
    published_at: datetime | None
    text: dict


@transaction.atomic(savepoint=False)
def enter(sheets):
    """Each on its shelf alone: with an hour it is the readers', once that has come; without one the desk's."""
    for shelf in BOTH:
        own = [sheet for sheet in sheets if shelf is shelf_of(sheet)]
        there = stored(shelf, [sheet.key for sheet in sheets])
        same = {sheet.key for sheet in own if sheet.key in there and stands_as(sheet, there[sheet.key])}
        take(shelf, [row for key, row in there.items() if key not in same])
        put(shelf, [sheet for sheet in own if sheet.key not in same])


def shelf_of(sheet):
    return OUT if sheet.published_at else DESK


@transaction.atomic(savepoint=False)
def leave(keys):
    for shelf in BOTH:
        take(shelf, list(stored(shelf, keys).values()))


def stored(shelf, keys):
    """{key: what stands there for it}."""
    text = shelf.texts.objects.filter(place=OuterRef("place"))
    columns = {f"text_{name}": Subquery(text.values(name)) for name in COLUMNS}
    rows = shelf.entries.objects.filter(key__in=keys).values_list("place", "key", "published_at").annotate(**columns)
    return {key: Stored(place, key, at, dict(zip(COLUMNS, text, strict=True))) for place, key, at, *text in rows}


def stands_as(sheet, row):
    return row.published_at == sheet.published_at and row.text == sheet.as_text()


def put(shelf, sheets):
    """Nothing of them stands there. Who finds a place taken, or taken by somebody at this moment, has the next one."""
    waiting = [(begun(shelf, sheet), sheet.as_text()) for sheet in sheets]
    while waiting:
        step_aside(shelf, [entry for entry, _text in waiting])
        added = index().add(shelf, waiting)
        rows = [shelf.texts(place=entry.place, **text) for entry, text in waiting if entry.place in added]
        # A text without its entry, which no act leaves behind, is written over.
        anew = {"update_conflicts": True, "unique_fields": ["place"], "update_fields": COLUMNS}
        shelf.texts.objects.bulk_create(rows, batch_size=500, **anew)
        waiting = [(entry, text) for entry, text in waiting if entry.place not in added]


def begun(shelf, sheet):
    place = place_for(sheet.published_at, sheet.key) if sheet.published_at else sheet.key
    return shelf.entries(place=place, key=sheet.key, published_at=sheet.published_at)


def step_aside(shelf, entries):
    """Gives each of them a place that is free, as far as is known, and that no other of them has."""
    taken = set(places_of(shelf.entries.objects.filter(place__in=[entry.place for entry in entries])))
    beyond = {}
    for entry in sorted(entries, key=lambda entry: entry.place):
        minute = entry.place // ROOM
        while entry.place in taken:
            entry.place = free_from(shelf, max(entry.place + 1, beyond.get(minute, 0)))
            beyond[minute] = entry.place + 1
        taken.add(entry.place)


def free_from(shelf, place):
    """The first free place from there on: behind the last of the row that begins there."""
    here = shelf.entries.objects.filter(place__gte=place).order_by("place")
    if not here.filter(place=place).exists():
        return place
    follower = shelf.entries.objects.filter(place=OuterRef("place") + 1)
    return places_of(here.filter(~Exists(follower)))[0] + 1


def places_of(entries):
    return entries.values_list("place", flat=True)


def take(shelf, rows):
    if not rows:
        return
    index().take(shelf, rows)
    places = [row.place for row in rows]
    shelf.texts.objects.filter(place__in=places).delete()
    shelf.entries.objects.filter(place__in=places).delete()
