"""
The index built anew, the newest stories first, so that readers soon find what they look for most.

Stories are read and made ready without holding anything, by another process if need be, and laid a batch at a time,
each in a transaction of its own: whoever is interrupted goes on where it was. Only what stands nowhere is laid:
whatever was saved meanwhile has entered itself (search.entering), and is newer than what was read.
"""

from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from search.entering import shelf_of, step_aside
from search.frequencies import measure
from search.models import Building
from search.places import begun_at
from search.shelves import BOTH, builder, index

READ = 500  # stories are read at a time
BATCH = 4000  # are laid at a time: whoever saves one of these waits until they are


class Ready(NamedTuple):
    """An entry and its text, with its tokens as the index of this database takes them."""

    key: int
    shelf: int
    place: int
    published_at: object
    text: dict
    tokens: object


def ready(sheet):
    text, shelf, at = sheet.as_text(), shelf_of(sheet), sheet.published_at
    return Ready(sheet.key, BOTH.index(shelf), begun_at(at, sheet.key), at, text, builder().packed(text))


@transaction.atomic
def begin_anew(of=0):
    """of: so many stories there are."""
    for shelf in BOTH:
        index().clear(shelf)
    Building.objects.all().delete()
    Building.objects.create(of=of)


def ready_below(newest_below, key=None, *, count=READ):
    """
    Yields lists of what is ready. newest_below(key, count): so many sheets of the stories with the greatest keys below
    that one, or of all for None, in a list that is empty at the end.
    """
    while sheets := newest_below(key, count):
        key = min(sheet.key for sheet in sheets)
        yield [ready(sheet) for sheet in sheets]


def build_on(ready_ones_below, hold, *, batch=BATCH, gives_way=False):
    """
    Yields how many stories are done, after each batch. ready_ones_below(key): as ready_below, of those below that key.
    hold(keys): holds those stories to the end of the transaction; gives back the keys of those that there still are.
    gives_way: ends where another builds as well and is further.
    """
    building = Building.objects.order_by("pk").first()
    if building is None:
        return
    if building.last_key is None:
        for shelf in BOTH:
            builder().begin(shelf)
    if building.entered_at is None:
        for batch_of_them in gathered(ready_ones_below(building.last_key), batch):
            done = lay(building.pk, batch_of_them, hold, gives_way=gives_way)
            if done is None:
                return
            yield done
        Building.objects.filter(pk=building.pk).update(entered_at=timezone.now())
    yield from finish(building.pk)


def gathered(lists, count):
    waiting = []
    for some in lists:
        waiting += some
        if len(waiting) >= count:
            yield waiting
            waiting = []
    if waiting:
        yield waiting


@transaction.atomic
def lay(pk, rows, hold, *, gives_way=False):
    """None where somebody has begun anew, or has done some of these already and is to go on alone."""
    building = Building.objects.select_for_update().filter(pk=pk, entered_at=None).first()
    if building is None:
        return None
    left = [row for row in rows if building.last_key is None or row.key < building.last_key]
    if gives_way and len(left) < len(rows):
        return None
    if left:
        lay_those(left, hold)
        building.last_key = min(row.key for row in left)
        building.done += len(left)
        building.save()
    return building.done


def lay_those(rows, hold):
    """That are there still, and stand nowhere yet."""
    there = set(hold([row.key for row in rows]))
    there -= {key for shelf in BOTH for key in standing_of(shelf, rows)}
    for number, shelf in enumerate(BOTH):
        own = [row for row in rows if row.key in there and row.shelf == number]
        if own:
            builder().lay(shelf, in_free_places(shelf, own))


def standing_of(shelf, rows):
    return shelf.entries.objects.filter(key__in=[row.key for row in rows]).values_list("key", flat=True)


def in_free_places(shelf, rows):
    """In the order of their places."""
    entries = [shelf.entries(place=row.place, key=row.key) for row in rows]
    step_aside(shelf, entries)
    places = {entry.key: entry.place for entry in entries}
    return sorted((row._replace(place=places[row.key]) for row in rows), key=lambda row: row.place)


def finish(pk):
    """Puts the index in order, a piece at a time. Yields how many stories are in it."""
    for shelf in BOTH:
        for _piece in builder().finish(shelf):
            yield Building.objects.values_list("done", flat=True).filter(pk=pk).first() or 0
    measure()
    Building.objects.filter(pk=pk).delete()
