"""What apps above lay on a contributor's form, below its rows: they know more of that person than the register does."""

from collections.abc import Callable

# Called with (request, contributor); gives safe HTML, or "" for nothing to show.
PANELS: list[Callable] = []


def panels_of(request, contributor):
    return [shown for panel in PANELS if (shown := panel(request, contributor))]
