"""
Two versions of a story beside each other: each part that differs, by phrase, and the names of those that do not. Made
for printing: lines of pieces, with unchanged lines in one stretch and a sign where a line was joined or divided.
"""

from typing import NamedTuple

from articles.history.wording import in_words, label_of
from wording.comparing import compare

LONG = ("body", "summary", "editors_note")
BREAK = "¶"


class Mark(NamedTuple):
    """A piece as printed. `how`: of a line that was moved and changed as well, the pieces of that change."""

    kind: str
    text: str
    move: int = 0
    how: tuple = ()


class Stretch(NamedTuple):
    is_folded: bool
    lines: list


class Part(NamedTuple):
    name: str
    label: str
    stretches: list


class Difference(NamedTuple):
    parts: list
    unchanged: list  # labels of parts that have the same words in both


def difference(before, after, *, whole=False):
    """before, after: snapshots. whole: without folding what stayed."""
    own, other = in_words(before), in_words(after)
    changed = [name for name in other if own[name] != other[name]]
    return Difference(
        [Part(name, label_of(name), stretches(own[name], other[name], not whole and name in LONG)) for name in changed],
        [label_of(name) for name in other if name not in changed and other[name]],
    )


def stretches(before, after, folds):
    found = compare(in_lines(before), in_lines(after))
    runs = found.folded() if folds else found
    return [Stretch(is_folded, [marks(line, found.moved) for line in lines]) for is_folded, lines in runs.stretches]


def in_lines(text):
    """Each with its end: so a line that comes behind the last one divides nothing."""
    return f"{text}\n" if text and not text.endswith("\n") else text


def marks(line, moved):
    return [Mark(piece.kind, printed(piece), piece.move, how(piece, moved)) for piece in line.pieces]


def printed(piece):
    """A break that came or went joins or divides two lines, and is shown where nothing else of them changed."""
    words = piece.text.rstrip("\r\n")
    return words or ("" if piece.is_equal else BREAK)


def how(piece, moved):
    """Told where the line stands now."""
    if piece.kind != "new" or piece.move not in moved:
        return ()
    return tuple(Mark(part.kind, printed(part)) for part in moved[piece.move].pieces)
