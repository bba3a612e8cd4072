"""
A body's words without its light markup, and where each of them was typed: a rule reads the words, an editor is shown
the place. Line breaks stay, so that a line of the words is a line of the text.
"""

import re
from bisect import bisect_right
from typing import NamedTuple

from wording.markup import BLANK, FIGURE, INLINE

OPENING = re.compile(rf"^[{BLANK}]*(?P<mark>## |> )?[{BLANK}]*", re.MULTILINE)
KINDS = {"## ": "subhead", "> ": "quote", None: "paragraph"}


class Slip(NamedTuple):
    """What a rule finds in a text: from where to where, and what to write there instead, if the rule knows."""

    start: int
    end: int
    suggestion: str | None = None


def outside(slips, matches):
    """Those that begin in none of the matches, which are in order and do not overlap."""
    spans = [found.span() for found in matches]
    starts = [start for start, _end in spans]
    before = [bisect_right(starts, slip.start) for slip in slips]
    return [slip for slip, place in zip(slips, before, strict=True) if not place or spans[place - 1][1] <= slip.start]


class Line(NamedTuple):
    """A piece of the words: kind is paragraph, subhead, quote or table."""

    kind: str
    start: int
    end: int


class Unmarked(NamedTuple):
    words: str
    places: list[int]  # of each character of the words, and of the text's end
    kinds: list[str]  # of each line

    def place(self, start, end):
        """The span of the text as typed which begins and ends with these words."""
        if end > start:
            return self.places[start], self.places[end - 1] + 1
        return self.places[start], self.places[start]

    @property
    def lines(self):
        start = 0
        for kind, line in zip(self.kinds, self.words.split("\n"), strict=True):
            yield Line(kind, start, start + len(line))
            start += len(line) + 1


def as_typed(text):
    """A line or field without markup, such as a headline."""
    return Unmarked(text, list(range(len(text) + 1)), ["paragraph"] * (text.count("\n") + 1))


def unmarked(body):
    hidden = set()
    for figure in FIGURE.finditer(body):
        hidden.update(range(*figure.span()))
    kinds = [_kind(opening, body, hidden) for opening in OPENING.finditer(body)]
    _hide_inline(body, 0, len(body), hidden)
    places = [place for place in range(len(body)) if place not in hidden]
    return Unmarked("".join(body[place] for place in places), [*places, len(body)], kinds)


def _kind(opening, body, hidden):
    if body.startswith("|", opening.end()):
        return "table"
    hidden.update(range(*opening.span()))
    return KINDS[opening["mark"]]


def _hide_inline(body, start, end, hidden):
    for found in INLINE.finditer(body, start, end):
        words = 1 if found[1] is not None else 2
        hidden.update(range(found.start(), found.start(words)), range(found.end(words), found.end()))
        _hide_inline(body, *found.span(words), hidden)
