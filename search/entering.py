"""
Stories come onto a shelf and leave it, within the transaction that publishes, changes or withdraws them. What has not
changed is not written.
"""

from datetime import datetime
from functools import cache
from typing import NamedTuple

from django.db import transaction
from django.db.models import Exists, IntegerField, OuterRef, Subquery, Value

from desk.composed_once import Question
from search.places import ROOM, begun_at
from search.shelves import BOTH, DESK, OUT, index

COLUMNS = ("head", "text", "filters", "edition")
# Over the text that stands there; also over one without its entry, which no act leaves behind.
ANEW = {"update_conflicts": True, "unique_fields": ["place"], "update_fields": COLUMNS}


class Stored(NamedTuple):
    """An entry with the columns of its text."""

    place: int
    key: int
    published_at: datetime | None
    text: dict


@transaction.atomic(savepoint=False)
def enter(sheets):
    """Each on its shelf alone: with an hour it is the readers', once that has come; without one the desk's."""
    everywhere = stored_on(BOTH, [sheet.key for sheet in sheets])
    for shelf, there in everywhere.items():
        own = [sheet for sheet in sheets if shelf is shelf_of(sheet)]
        same = {sheet.key for sheet in own if sheet.key in there and stands_as(sheet, there[sheet.key])}
        stay = [sheet for sheet in own if sheet.key in there and keeps_its_place(sheet, there[sheet.key])]
        rewrite(shelf, [(there[sheet.key], sheet.as_text()) for sheet in stay if sheet.key not in same])
        settled = {sheet.key for sheet in stay}
        take(shelf, [row for key, row in there.items() if key not in settled])
        put(shelf, [sheet for sheet in own if sheet.key not in settled])


def shelf_of(sheet):
    return OUT if sheet.published_at else DESK


@transaction.atomic(savepoint=False)
def leave(keys):
    for shelf, there in stored_on(BOTH, keys).items():
        take(shelf, list(there.values()))


def stored(shelf, keys):
    """{key: what stands there for it}."""
    return stored_on((shelf,), keys)[shelf]


def stored_on(shelves, keys):
    """{shelf: {key: what stands there for it}}, in one query."""
    found = {shelf: {} for shelf in shelves}
    for number, place, key, at, *text in standing(shelves).ask(keys=list(keys)):
        found[shelves[number]][key] = Stored(place, key, at, dict(zip(COLUMNS, text, strict=True)))
    return found


@cache
def standing(shelves):
    """Asked at every save."""

    def rows(keys):
        first, *others = (rows_of(shelf, keys, number) for number, shelf in enumerate(shelves))
        return first.union(*others, all=True) if others else first

    return Question(rows)


def rows_of(shelf, keys, number):
    text = shelf.texts.objects.filter(place=OuterRef("place"))
    columns = [Subquery(text.values(name)) for name in COLUMNS]
    entries = shelf.entries.objects.filter(key__in=keys)
    return entries.values_list(Value(number, IntegerField()), "place", "key", "published_at", *columns)


def stands_as(sheet, row):
    return row.published_at == sheet.published_at and row.text == sheet.as_text()


def keeps_its_place(sheet, row):
    return row.published_at == sheet.published_at and row.text["text"] is not None


def rewrite(shelf, rows):
    """rows: what stands there, with the columns of its new text. Only the words have changed: most changes are such."""
    if not rows:
        return
    index().replace(shelf, rows)
    texts = [shelf.texts(place=row.place, **text) for row, text in rows]
    shelf.texts.objects.bulk_create(texts, batch_size=500, **ANEW)


def put(shelf, sheets):
    """Nothing of them stands there. Who finds a place taken, or taken by somebody at this moment, has the next one."""
    waiting = [(begun(shelf, sheet), sheet.as_text()) for sheet in sheets]
    while waiting:
        step_aside(shelf, [entry for entry, _text in waiting])
        added = index().add(shelf, waiting)
        rows = [shelf.texts(place=entry.place, **text) for entry, text in waiting if entry.place in added]
        shelf.texts.objects.bulk_create(rows, batch_size=500, **ANEW)
        waiting = [(entry, text) for entry, text in waiting if entry.place not in added]


def begun(shelf, sheet):
    place = begun_at(sheet.published_at, sheet.key)
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
