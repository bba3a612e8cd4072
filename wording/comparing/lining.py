"""Which line of a stretch became which line of another: by likeness, in order, where no phrase tells for certain."""

from itertools import pairwise

# Compared with each other, lines are taken for the same one from here on: a third of their bigrams.
ALIKE = 0.34
CONTAINED = 0.5  # so much of a line's part must stand in the line
PARTS = 6  # into how many an editor divides a paragraph at once
PAIRS = 40_000  # likenesses that one stretch may ask for


def paired_lines(before, after, effort, *, opens_inside, ends_inside):
    """
    Pairs of places of lines (lists of atoms) that are versions of each other.

    A stretch that begins or ends inside a line on both sides pairs those lines in any case.
    """
    square = len(before) * len(after)
    if not square or not effort.affords(square // 2 + 4 * min(square, PAIRS)):
        return []
    worth = _worths(before, after)
    if opens_inside:
        worth[0][0] = max(worth[0][0], 1)
    if ends_inside:
        worth[-1][-1] = max(worth[-1][-1], 1)
    return _best_order(worth)


def is_divided(one, parts):
    """Whether a single line became several: each of them says what the line has said."""
    if len(one) != 1 or not 1 < len(parts) <= PARTS:
        return False
    whole = traits(one[0], short=0)
    shares = [len(part & whole) / len(part) for part in (traits(part, short=0) for part in parts) if part]
    return len(shares) > 1 and min(shares) >= CONTAINED


def likeness(one, other):
    """0 to 1: twice the shared over all."""
    total = len(one) + len(other)
    return 2 * len(one & other) / total if total else 0


def traits(line, short=8):
    """What makes a line known again: its pairs of neighbours, and of a short line its atoms."""
    line = [atom for atom in line if not atom.isspace()]
    return frozenset(pairwise(line)) if len(line) > short else frozenset(line)


def _worths(before, after):
    """What each pair is worth. Of very many lines only those that stand about equally far down are compared."""
    own, other = [traits(line) for line in before], [traits(line) for line in after]
    reach, slope = PAIRS // len(own) // 2, len(other) / len(own)
    worth = [[0.0] * len(other) for _ in own]
    for i, one in enumerate(own):
        first = max(0, int(i * slope) - reach)
        for j in range(first, min(len(other), int(i * slope) + reach + 1)):
            worth[i][j] = _worth(one, other[j])
    return worth


def _worth(one, other):
    alike = likeness(one, other)
    return alike * (len(one) + len(other)) if alike >= ALIKE else 0


def _best_order(worth):
    """The pairs, rising on both sides, that are worth most together."""
    height, width = len(worth), len(worth[0])
    best = [[0.0] * (width + 1) for _ in range(height + 1)]
    for i in range(height - 1, -1, -1):
        for j in range(width - 1, -1, -1):
            together = worth[i][j] + best[i + 1][j + 1] if worth[i][j] else 0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], together)
    pairs, i, j = [], 0, 0
    while i < height and j < width:
        if worth[i][j] and best[i][j] == worth[i][j] + best[i + 1][j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs
