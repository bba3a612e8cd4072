"""
A comparison made for printing: lines of marks, with unchanged lines in one stretch and a sign where a line was joined
or divided.
"""

from typing import NamedTuple

from wording.comparing import compare

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


def stretches(before, after, folds=True):
    found = compare(in_lines(before), in_lines(after))
    runs = found.folded() if folds else found
    return [Stretch(is_folded, [marks(line, found.moved) for line in lines]) for is_folded, lines in runs.stretches]


def side(stretches, *, without):
    """One of the two texts alone, without the pieces of that kind: gone or new."""
    kept = [Stretch(folded, [side_of(line, without) for line in lines]) for folded, lines in stretches]
    filled = [Stretch(folded, [line for line in lines if line]) for folded, lines in kept]
    return [stretch for stretch in filled if stretch.lines]


def side_of(line, without):
    return [mark._replace(how=()) for mark in line if mark.kind != without and mark.text]


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
