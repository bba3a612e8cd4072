"""QR codes: an address on paper that a telephone can read."""

from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

import segno


class SquareCode(NamedTuple):
    side: int  # in modules, without the quiet zone around it
    path: str  # of the dark modules, one unit each


# An address never changes, and drawing takes some milliseconds.
@lru_cache(maxsize=1000)
def square_code(address):
    return drawn(address)


def drawn(address):
    """Without a memory, for what is secret."""
    rows = [list(row) for row in segno.make(address, error="m", micro=False).matrix]
    return SquareCode(len(rows), "".join(_runs(rows)))


def _runs(rows):
    for y, row in enumerate(rows):
        x = 0
        for is_dark, modules in groupby(row):
            length = len(list(modules))
            if is_dark:
                yield f"M{x} {y}h{length}v1h-{length}z"
            x += length
