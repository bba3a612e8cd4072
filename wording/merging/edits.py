"""What one side did to the common text: stretches of it that were given other words."""

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from wording.comparing import pieces

REACH = 2000  # how far back the same insertion is looked for in a text that repeats itself


class Edit(NamedTuple):
    """The characters from start to end of the common text became text; start equal to end is an insertion."""

    start: int
    end: int
    text: str

    @property
    def is_insertion(self):
        return self.start == self.end

    def earliest(self, base):
        """
        Where the same edit could have been made first: 谢 may go before or behind another 谢, the text is the same.

        None for words that were replaced: they stand where they stand.
        """
        words = self.text if self.is_insertion else base[self.start : self.end]
        if not self.is_insertion and self.text:
            return None
        back = 0
        while back < min(self.start, REACH) and base[self.start - back - 1] == words[-1 - back % len(words)]:
            back += 1
        return self.start - back


def edits(base, other):
    """The edits that make other of base, in order; between any two there is common text."""
    found, at = [], 0
    for piece in pieces(base, other):
        if piece.kind == "equal":
            at += len(piece.text)
        elif piece.kind == "gone":
            found.append(Edit(at, at := at + len(piece.text), ""))
        elif found and found[-1].end == at and not found[-1].is_insertion:
            found[-1] = found[-1]._replace(text=piece.text)
        else:
            found.append(Edit(at, at, piece.text))
    return found


def applied(base, edits, start=0, end=None):
    """A stretch of the common text with its edits."""
    end = len(base) if end is None else end
    written, at = [], start
    for edit in edits:
        written += [base[at : edit.start], edit.text]
        at = edit.end
    return "".join([*written, base[at:end]])


def touch(base, one, other):
    """
    Whether two edits overlap or meet.

    Two that meet between lines leave each other alone, as long as both have a line to themselves.
    """
    first, second = sorted([one, other], key=lambda edit: edit[:2])
    if second.start != first.end or first == second:
        return second.start < first.end or first == second
    whole_line = base[first.end - 1 : first.end] == "\n" and first.text[-1:] in ("", "\n")
    return first.is_insertion or second.is_insertion or not whole_line


class InOrder:
    """The edits of one side, asked for those near a stretch."""

    def __init__(self, base, edits):
        self.base, self.edits = base, edits
        self.starts = [edit.start for edit in edits]
        self.ends = [edit.end for edit in edits]

    def touching(self, edit):
        near = self.edits[bisect_left(self.ends, edit.start) : bisect_right(self.starts, edit.end)]
        return [other for other in near if touch(self.base, edit, other)]
