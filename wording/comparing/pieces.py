"""A difference as it is read: lines of pieces, each equal, gone or new."""

from dataclasses import dataclass, field, replace
from itertools import groupby

from wording.comparing.atoms import BREAKS

LONG = 90  # an equal stretch longer than this is folded in its middle
SHOWN = 30  # what stays in sight of it on each side of a change


@dataclass(frozen=True)
class Piece:
    """Kind is equal, gone, new, or folded: equal, and far enough from any change to be hidden at first."""

    kind: str
    text: str
    move: int = 0  # the same number on a piece that is gone and one that is new: the text has moved

    @property
    def is_equal(self):
        return self.kind in ("equal", "folded")

    @property
    def is_break(self):
        """A line's own end, which says nothing about whether the line is new."""
        return self.is_equal and self.text in BREAKS


@dataclass(frozen=True)
class Passage:
    """One line, with its break where it has one; a break that is gone or new means lines joined or divided."""

    pieces: tuple[Piece, ...]

    @property
    def kind(self):
        kinds = {piece.kind for piece in self.pieces if not piece.is_break} or {"equal"}
        if kinds <= {"equal", "folded"}:
            return "equal"
        return kinds.pop() if len(kinds) == 1 else "changed"

    @property
    def text(self):
        """All that is written there, equal, gone and new."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True)
class Comparison:
    passages: tuple[Passage, ...]
    # For a line that was moved and changed as well: its number, and how its old text became the new.
    moved: dict[int, "Comparison"] = field(default_factory=dict)

    @property
    def pieces(self):
        return [piece for passage in self.passages for piece in passage.pieces]

    @property
    def before(self):
        return "".join(piece.text for piece in self.pieces if piece.kind != "new")

    @property
    def after(self):
        return "".join(piece.text for piece in self.pieces if piece.kind != "gone")

    @property
    def is_equal(self):
        return all(piece.is_equal for piece in self.pieces)

    def folded(self, neighbours=1):
        """The same with long unchanged text marked as folded; so many equal lines beside a changed one stay open."""
        differs = [passage.kind != "equal" for passage in self.passages]
        near = [any(differs[max(at - neighbours, 0) : at + neighbours + 1]) for at in range(len(differs))]
        passages = [
            _fold_inside(passage) if is_near else _fold(passage)
            for passage, is_near in zip(self.passages, near, strict=True)
        ]
        return replace(self, passages=tuple(passages))

    @property
    def stretches(self):
        """Passages in runs, each with whether it is folded: what a page prints as one 「未改动 12 段」."""
        runs = groupby(self.passages, key=lambda passage: {piece.kind for piece in passage.pieces} == {"folded"})
        return [(is_folded, tuple(run)) for is_folded, run in runs]


def _fold(passage):
    return Passage((Piece("folded", passage.text),))


def _fold_inside(passage):
    return Passage(tuple(part for at, piece in enumerate(passage.pieces) for part in _parts(piece, at, passage.pieces)))


def _parts(piece, at, pieces):
    """A long equal piece keeps what is near a change, and a line's beginning and end."""
    if piece.kind != "equal" or len(piece.text) <= LONG:
        return [piece]
    text = piece.text
    cuts = [("equal", text[:SHOWN]), ("folded", text[SHOWN:-SHOWN]), ("equal", text[-SHOWN:])]
    return [Piece(kind, part) for kind, part in cuts]
