"""What this process has done about kept pages since it began, for whoever watches it: an addition a hit."""

from dataclasses import asdict, dataclass

from django.conf import settings

from pagecache.models import Change, Log
from pagecache.shelves import shelf


@dataclass
class Tally:
    """
    Counted without a lock. Requests that no page is kept for (searches, forms, whoever is signed in) are in none of
    them; a page that could not be kept is a miss and nothing else.
    """

    hits_in_memory: int = 0
    hits_on_the_shelf: int = 0
    misses: int = 0
    kept: int = 0
    dropped: int = 0  # out of this process's memory, since something changed


def figures(pages):
    """Of the process whose pages these are; the rate of hits is None before anybody asked."""
    tally = pages.tally
    hits = tally.hits_in_memory + tally.hits_on_the_shelf
    asked = hits + tally.misses
    memory = {"pages_in_memory": len(pages.memory), "bytes_in_memory": pages.memory.weight}
    return {**asdict(tally), "hit_rate": hits / asked if asked else None, **memory}


def figures_of_all():
    """What all processes share: one aggregate over the shelf, for a look every few seconds."""
    pages, size = shelf().filled() if settings.PAGE_CACHE != "off" else (0, 0)
    return {
        "pages_on_the_shelf": pages,  # None where the shelf does not tell (Redis does by its own means)
        "bytes_on_the_shelf": size,
        "changes_waiting": Change.objects.filter(number=None).count(),
        "changes_ever": Log.objects.filter(pk=1).values_list("number", flat=True).first() or 0,
    }
