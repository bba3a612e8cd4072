"""Two rows of atoms side by side: equal lines first, then equal phrases, then what is left of them, sign by sign."""

from collections import Counter
from typing import NamedTuple

from wording.comparing.atoms import BREAKS, lines, phrases, running, weight
from wording.comparing.chains import chain
from wording.comparing.lining import is_divided, paired_lines
from wording.comparing.shortest import Effort, equal_pairs

# A phrase that weighs less (他说，) comes again anywhere and proves nothing.
TELLING = 5


class Change(NamedTuple):
    """Atoms i1 to i2 before became atoms j1 to j2 after; between two changes the texts are equal."""

    i1: int
    i2: int
    j1: int
    j2: int

    def through(self, other):
        return Change(self.i1, other.i2, self.j1, other.j2)


class Row(NamedTuple):
    """A text's atoms, and beside them what they are known by: a line that moved is known by nothing."""

    atoms: list[str]
    keys: list[str]


def changes(before, after, effort=None):
    """Where the rows differ, in order, never touching each other."""
    effort = effort or Effort()
    whole = Change(0, len(before), 0, len(after))
    sides = Row(before, list(before)), Row(after, list(after))
    gaps = _between(whole, *sides, lines, lambda size: size + 1)
    _forget_moved_lines(gaps, *sides)
    found = []
    for line_gap in gaps:
        for gap in _between(line_gap, *sides, phrases, lambda size: size if size >= TELLING else 0):
            for part in _line_by_line(gap, *sides, effort):
                found += part
    return _joined(found)


def _forget_moved_lines(gaps, before, after):
    """
    In a list of much the same sentences, one that moved would be taken for a correction of that whose place it takes.

    So a line that stands once in either text, but not between the same neighbours, is known by nothing.
    """
    own = [_lines_at(before.atoms, gap.i1, gap.i2) for gap in gaps]
    other = [_lines_at(after.atoms, gap.j1, gap.j2) for gap in gaps]
    counts = [Counter(line for found in side for line in found) for side in (own, other)]
    moved = {line for line, count in counts[0].items() if count == counts[1][line] == 1 and len(line) > TELLING}
    for here, there in zip(own, other, strict=True):
        for line in moved & (here.keys() ^ there.keys()):
            _forget(before, here.get(line), "gone")
            _forget(after, there.get(line), "new")


def _lines_at(atoms, start, end):
    """The lines of a gap, without their breaks, and where they stand."""
    cut = lines(atoms[start:end])
    return {"".join(atoms[start + one : start + two]).strip(): (start + one, start + two) for one, two in cut}


def _forget(row, place, mark):
    if place:
        row.keys[slice(*place)] = [f"{mark}\0{atom}" for atom in row.atoms[slice(*place)]]


def _between(gap, before, after, cut, worth):
    """The gaps that stay when equal lines (or phrases) of a gap have been found."""
    ours, theirs = cut(before.atoms[gap.i1 : gap.i2]), cut(after.atoms[gap.j1 : gap.j2])
    weighed = running(map(weight, before.atoms[gap.i1 : gap.i2]))
    weights = [worth(weighed[end] - weighed[start]) for start, end in ours]
    own = ["".join(before.keys[gap.i1 + start : gap.i1 + end]) for start, end in ours]
    other = ["".join(after.keys[gap.j1 + start : gap.j1 + end]) for start, end in theirs]
    end_i = [0, *(end for _, end in ours)]
    end_j = [0, *(end for _, end in theirs)]
    return [
        Change(gap.i1 + end_i[i1], gap.i1 + end_i[i2], gap.j1 + end_j[j1], gap.j1 + end_j[j2])
        for i1, i2, j1, j2 in _between_pairs(Change(0, len(ours), 0, len(theirs)), chain(own, other, weights))
    ]


def _between_pairs(gap, pairs):
    """What lies between pairs of equal places, counted from the gap's beginning."""
    i, j = gap.i1, gap.j1
    for own, other in [*pairs, (gap.i2 - gap.i1, gap.j2 - gap.j1)]:
        if gap.i1 + own > i or gap.j1 + other > j:
            yield Change(i, gap.i1 + own, j, gap.j1 + other)
        i, j = gap.i1 + own + 1, gap.j1 + other + 1


def _line_by_line(gap, before, after, effort):
    """A gap over several lines: those that became each other are compared by sign, the others came or went whole."""
    ours, theirs = lines(before.atoms[gap.i1 : gap.i2]), lines(after.atoms[gap.j1 : gap.j2])
    own = [before.keys[gap.i1 + start : gap.i1 + end] for start, end in ours]
    other = [after.keys[gap.j1 + start : gap.j1 + end] for start, end in theirs]
    if (len(own) < 2 and len(other) < 2) or is_divided(own, other) or is_divided(other, own):
        return [_sign_by_sign(gap, before, after, effort)]
    opens_inside = gap.i1 > 0 and gap.j1 > 0 and before.atoms[gap.i1 - 1] not in BREAKS
    ends_inside = gap.i2 < len(before.atoms) and gap.j2 < len(after.atoms) and before.atoms[gap.i2] not in BREAKS
    pairs = paired_lines(own, other, effort, opens_inside=opens_inside, ends_inside=ends_inside)
    found, i, j = [], gap.i1, gap.j1
    for one, two in pairs:
        line = Change(*(gap.i1 + place for place in ours[one]), *(gap.j1 + place for place in theirs[two]))
        found += [[Change(i, line.i1, j, line.j1)], _sign_by_sign(line, before, after, effort)]
        i, j = line.i2, line.j2
    return [*found, [Change(i, gap.i2, j, gap.j2)]]


def _sign_by_sign(gap, before, after, effort):
    return list(_between_pairs(gap, equal_pairs(before.keys[gap.i1 : gap.i2], after.keys[gap.j1 : gap.j2], effort)))


def _joined(found):
    """Without empty ones, and those that touch as one."""
    joined = []
    for change in found:
        if change.i1 == change.i2 and change.j1 == change.j2:
            continue
        if joined and joined[-1].i2 == change.i1 and joined[-1].j2 == change.j1:
            change = joined.pop().through(change)
        joined.append(change)
    return joined
