"""Where what was found goes on: the last entry shown, as a short text in the address."""

import re
from enum import IntEnum
from typing import NamedTuple

from search.places import LAST

SHAPE = re.compile(r"([0-2])-([0-9a-f]{1,16})")


class CursorError(ValueError):
    pass


class Tier(IntEnum):
    ALL = 0
    HEADLINE = 1
    REST = 2


class Start(NamedTuple):
    tier: Tier
    place: int


def cursor_after(tier, place):
    return f"{tier:d}-{place:x}"


def read_cursor(text):
    if not text:
        return Start(Tier.ALL, LAST)
    shape = SHAPE.fullmatch(text)
    if not shape or int(shape[2], 16) > LAST:
        raise CursorError(text)
    return Start(Tier(int(shape[1])), int(shape[2], 16))
