"""The desk's search: whatever the hour and the stage. The caller narrows it down to what a colleague may see."""

from dataclasses import replace
from datetime import UTC, datetime

from search.asking import Question, wanted_of
from search.shelves import DESK, OUT, index

AT_LAST = datetime(9000, 1, 1, tzinfo=UTC)


def ask_desk(words, *, most, tokens=(), hands=None):
    """
    Keys of the newest that say all of it and have all tokens, so many of either shelf. hands: tokens of which what is
    not out must have one, and of each so many; None where it may be anybody's.
    """
    wanted = wanted_of(Question(words, tokens=tuple(tokens)))
    if wanted is None:
        return []
    wanted = replace(wanted, now=AT_LAST)
    asked = [(OUT, wanted)]
    asked += [(DESK, having(wanted, hand)) for hand in hands] if hands is not None else [(DESK, wanted)]
    return [key for shelf, part in asked for _place, key in index().find(shelf, part, most).rows]


def having(wanted, token):
    return replace(wanted, tokens=(*wanted.tokens, token))
