"""
What an editor changed: two versions of a text compared by phrase, with Chinese in mind.

    compare("各地深入推进改革", "各地扎实推动改革")  →  各地 [深入推进 → 扎实推动] 改革

Lines are recognised first, then phrases, then single signs; what stays equal by chance between two changes is read as
part of one. Every character of both texts is in the pieces: equal and gone are the text before, equal and new the text
after. The same two texts always compare alike, within a bounded number of steps; past it the difference gets coarser,
never wrong.
"""

import re

from wording.comparing.alignment import Change, changes
from wording.comparing.atoms import atoms
from wording.comparing.moves import with_moves
from wording.comparing.phrasing import by_phrase
from wording.comparing.pieces import Comparison, Passage, Piece

__all__ = ["Comparison", "Passage", "Piece", "compare"]

LINE = re.compile(r"[^\n]*\n|[^\n]+")


def compare(before: str, after: str) -> Comparison:
    """How one text became the other, line by line; a headline is a text of one line."""
    return with_moves(lines_of(before, after), lines_of)


def lines_of(before, after):
    return Comparison(tuple(_passages(pieces(before, after))))


def pieces(before: str, after: str) -> list[Piece]:
    """The difference as one row of pieces, over all lines."""
    own, other = atoms(before), atoms(after)
    found, last = [], Change(0, 0, 0, 0)
    for change in [*by_phrase(changes(own, other), own, other), Change(len(own), len(own), len(other), len(other))]:
        found += [
            Piece("equal", "".join(own[last.i2 : change.i1])),
            Piece("gone", "".join(own[change.i1 : change.i2])),
            Piece("new", "".join(other[change.j1 : change.j2])),
        ]
        last = change
    return [piece for piece in found if piece.text]


def _passages(pieces):
    line = []
    for piece in pieces:
        for text in LINE.findall(piece.text):
            line.append(Piece(piece.kind, text))
            if text[-1] == "\n":
                yield Passage(tuple(line))
                line = []
    if line:
        yield Passage(tuple(line))
