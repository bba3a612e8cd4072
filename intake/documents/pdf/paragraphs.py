"""Lines of a column to paragraphs: a first-line indent begins one, a short last line ends one."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

INDENT = 0.8  # of the type's size
SHORT, RAGGED = 1.6, 4.0
OVER = re.compile(r"[。！？!?…；：:]['\"”’）)》」』]*$|[”’）)]$")


@dataclass
class Column:
    """Where the lines of a column begin and end."""

    left: float
    right: float

    def is_indented(self, line):
        return line.left - self.left > INDENT * line.size

    def is_short(self, line):
        return self.right - line.right > SHORT * line.size


def column_of(block, others):
    """Measured over all blocks of the same column, where its own lines do not show how wide it is."""
    if is_even(block):
        return Column(edge([line.left for line in block.lines], min), max(line.right for line in block.lines))
    widest = 1.5 * max(block.width, middle([other.width for other in others if len(other.lines) > 2]))
    same = [other for other in others if other.beside(block) > 0.6 and other.width < widest]
    lines = [line for other in (same or [block]) for line in other.lines]
    return Column(edge([line.left for line in lines], min), edge([line.right for line in lines], max))


def is_even(block):
    """Half of the lines, and four at least, end where the longest does: also beside a photo, in half a column."""
    right = max(line.right for line in block.lines)
    return sum(right - line.right < 0.6 * block.size for line in block.lines) >= max(4, len(block.lines) / 2)


def middle(widths):
    return sorted(widths)[len(widths) // 2] if widths else 0


def edge(places, outermost):
    """The outermost place that more than a stray line keeps to."""
    counts = Counter(round(place / 2) for place in places)
    enough = max(1, min(2, len(places) // 4))
    steps = [step for step in counts if counts[step] + counts[step + 1] + counts[step - 1] >= enough]
    chosen = outermost(steps, default=None)
    return outermost(place for place in places if chosen in (None, round(place / 2)))


def paragraphs_of(block, column):
    """Lists of lines."""
    groups = [[block.lines[0]]]
    for before, line in pairwise(block.lines):
        if begins(before, line, column):
            groups.append([line])
        else:
            groups[-1].append(line)
    return groups


def begins(before, line, column):
    if column.is_indented(line):
        # Beside a photo all lines are indented, and go on.
        runs_beside = abs(before.left - line.left) < 0.3 * line.size and not column.is_short(before)
        return not runs_beside or bool(OVER.search(before.text))
    if not column.is_short(before):
        return False
    # Ragged text ends some letters early before a number or a mark; a poem or a list much earlier.
    ends_early = column.right - before.right > RAGGED * line.size and abs(before.right - line.right) > 0.6 * line.size
    return bool(OVER.search(before.text)) or ends_early


def goes_on(last, first, column, following):
    """A paragraph that runs from the foot of one column into the head of the next."""
    same_type = 0.92 < last.size / first.size < 1.08
    return same_type and not column.is_short(last) and not following.is_indented(first)


def joined(texts):
    """Chinese lines are set solid; Latin words keep their space."""
    text = ""
    for piece in texts:
        spaced = text[-1:].isascii() and text[-1:].isalpha() and piece[:1].isascii() and piece[:1].isalpha()
        text += (" " if spaced else "") + piece
    return text
