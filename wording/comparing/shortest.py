"""The shortest way from one row of atoms to another (Myers), as long as it is not too far."""

from math import isqrt

from wording.comparing.chains import shared_ends

# Steps that one comparison may take in all; nothing is timed, so that the same texts always compare alike.
STEPS = 2_500_000


class Effort:
    """What a comparison may still spend. No single stretch gets more than a quarter of what is left."""

    def __init__(self, steps=STEPS):
        self.left = steps

    @property
    def share(self):
        return self.left // 4

    def affords(self, steps):
        """Spends the steps if a stretch may cost that many."""
        if steps > self.share:
            return False
        self.left -= steps
        return True


def equal_pairs(before, after, effort):
    """Pairs of places with equal atoms, rising on both sides. Too far apart: only the shared ends."""
    start, end = shared_ends(before, after)
    inner = before[start : len(before) - end], after[start : len(after) - end]
    pairs = [(at, at) for at in range(start)]
    pairs += [(i + start, j + start) for i, j in _without_strangers(*inner, effort)]
    return pairs + [(len(before) - back, len(after) - back) for back in range(end, 0, -1)]


def _without_strangers(before, after, effort):
    """Atoms that the other side lacks altogether cannot be equal to anything: the way is sought without them."""
    shared = set(before) & set(after)
    own = [at for at, atom in enumerate(before) if atom in shared]
    other = [at for at, atom in enumerate(after) if atom in shared]
    pairs = _way([before[at] for at in own], [after[at] for at in other], effort)
    return [(own[i], other[j]) for i, j in pairs]


def _way(before, after, effort):
    if not before or not after:
        return []
    allowed, spent = effort.share, 0
    limit = min(len(before) + len(after), isqrt(2 * allowed) + 1)
    # How far each diagonal has come: those below the middle count from the list's end, as Python's negative places do.
    furthest, history = [-1] * (2 * limit + 3), []
    furthest[1] = 0
    for distance in range(limit + 1):
        history.append(furthest[: distance + 2] + furthest[-distance - 1 :])
        steps, arrived = _one_further(before, after, furthest, distance)
        spent += steps
        if arrived or spent > allowed:
            break
    effort.left -= spent
    return _traced(history, len(before), len(after)) if arrived else []


def _one_further(before, after, furthest, distance):
    """Every diagonal goes on by one change and as many equal atoms as follow; how many steps it took, if it arrived."""
    width, height = len(before), len(after)
    first = -distance + 2 * max(0, distance - height)
    last = distance - 2 * max(0, distance - width)
    steps = 0
    for line in range(first, last + 1, 2):
        i = start = _start(furthest, line, distance)
        j = i - line
        while i < width and j < height and before[i] == after[j]:
            i += 1
            j += 1
        furthest[line] = i
        steps += i - start + 1
        if i >= width and j >= height:
            return steps, True
    return steps, False


def _comes_down(furthest, line, distance):
    """Whether a diagonal is entered by a new atom (from the one above it) or by one that is gone."""
    return line == -distance or (line != distance and furthest[line - 1] < furthest[line + 1])


def _start(furthest, line, distance):
    return furthest[line + 1] if _comes_down(furthest, line, distance) else furthest[line - 1] + 1


def _traced(history, i, j):
    pairs = []
    for distance, furthest in reversed(list(enumerate(history))):
        line = i - j
        start = _start(furthest, line, distance)
        pairs += [(back, back - line) for back in range(i - 1, start - 1, -1)]
        i = start if _comes_down(furthest, line, distance) else start - 1
        j = i - line - 1 if _comes_down(furthest, line, distance) else i - line + 1
    return pairs[::-1]
