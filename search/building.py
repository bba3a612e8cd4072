"""
The index built anew, a batch at a time, each in a transaction of its own: whoever is interrupted goes on where it was,
and what is entered meanwhile stands. The newest come first, so that readers soon find what they look for most.
"""

from django.db import transaction

from search.entering import enter
from search.frequencies import measure
from search.models import Building
from search.shelves import BOTH, index

BATCH = 250  # whoever saves one of these stories waits until they are done


@transaction.atomic
def begin_anew():
    for shelf in BOTH:
        index().clear(shelf)
    Building.objects.all().delete()
    Building.objects.create()


def build_on(newest_below, *, batch=BATCH):
    """
    Yields how many stories are done, after each batch. newest_below(key, count): so many sheets of the stories with the
    greatest keys below that one, or of all for None, in a list that is empty at the end.
    """
    while (done := _next_batch(newest_below, batch)) is not None:
        yield done


@transaction.atomic
def _next_batch(newest_below, batch):
    building = Building.objects.select_for_update().order_by("pk").first()
    if building is None:
        return None
    sheets = newest_below(building.last_key, batch)
    if not sheets:
        Building.objects.all().delete()
        measure()
        return None
    enter(sheets)
    building.last_key = min(sheet.key for sheet in sheets)
    building.done += len(sheets)
    building.save()
    return building.done
