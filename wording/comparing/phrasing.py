"""Changes as an editor would name them: 深入推进→扎实推动, where the shortest way keeps 推 and tears the phrase."""

from itertools import zip_longest

from wording.comparing.alignment import Change
from wording.comparing.atoms import border, is_fixed, running, weight

WORD = 2  # what lies between two changes that are each as large is chance rather than a word that was kept
CHANCE = 6  # the largest that is still taken for chance, between changes three times as large
KEPT = 0.25  # a line of which less is left was written anew
REACH = 60  # how far an insertion is moved to a better border


def by_phrase(changes, before, after):
    """The same difference in fewer and larger changes, cut where phrases begin and end."""
    scales = Scales(before, after)
    while (swallowed := _without_islands(changes, scales)) != changes:
        changes = swallowed
    changes = _written_anew(changes, scales)
    return _at_borders(changes, before, after)


class Scales:
    """Weighs changes and what lies between them."""

    def __init__(self, before, after):
        self.before, self.after = running(map(weight, before)), running(map(weight, after))
        self.fixed, self.newly_fixed = running(map(is_fixed, before)), running(map(is_fixed, after))

    def size(self, change):
        return max(self.gone(change), self.new(change))

    def gone(self, change):
        return self.before[change.i2] - self.before[change.i1]

    def new(self, change):
        return self.after[change.j2] - self.after[change.j1]

    def touches_fixed(self, left, right):
        """Whether a break or a figure stands between two changes, or where either meets what is between."""
        first, last = max(left.i2 - 1, left.i1), min(right.i1 + 1, right.i2)
        other_first, other_last = max(left.j2 - 1, left.j1), min(right.j1 + 1, right.j2)
        return self.fixed[last] > self.fixed[first] or self.newly_fixed[other_last] > self.newly_fixed[other_first]

    def is_chance(self, left, right):
        """Whether the equal signs between two changes are equal by chance, and better read as part of one change."""
        if self.touches_fixed(left, right):
            return False
        island = self.before[right.i1] - self.before[left.i2]
        smaller = min(self.size(left), self.size(right))
        if not (self.gone(left) or self.gone(right)) or not (self.new(left) or self.new(right)):
            return island <= 1 and smaller >= 4
        return island <= min(WORD, smaller) or (island <= CHANCE and 3 * island <= smaller)


def _without_islands(changes, scales):
    found = []
    for change in changes:
        while found and scales.is_chance(found[-1], change):
            change = found.pop().through(change)
        found.append(change)
    return found


def _written_anew(changes, scales):
    """Where little of a line is left between its changes, the line is one change."""
    found, line = [], []
    for change in changes:
        if line and scales.fixed[change.i1] - scales.fixed[line[-1].i2]:
            found += _as_one(line, scales)
            line = []
        line.append(change)
    return found + _as_one(line, scales)


def _as_one(line, scales):
    if len(line) < 3:
        return line
    whole = line[0].through(line[-1])
    kept = scales.gone(whole) - sum(map(scales.gone, line))
    return [whole] if kept <= KEPT * scales.size(whole) else line


def _at_borders(changes, before, after):
    found = []
    for change, following in zip_longest(changes, changes[1:]):
        lowest = found[-1].i2 + 1 if found else 0
        highest = following.i1 - 1 if following else len(before)
        if change.j1 == change.j2:
            shift = _shift(before, change.i1, change.i2, lowest, highest)
        elif change.i1 == change.i2:
            room = change.i1 - lowest, highest - change.i1
            shift = _shift(after, change.j1, change.j2, change.j1 - room[0], change.j2 + room[1])
        else:
            shift = 0
        found.append(Change(*(place + shift for place in change)))
    return found


def _shift(atoms, start, end, lowest, highest):
    """How far a stretch may move, its text staying true, to stand between better borders; the later of two as good."""
    lowest, highest = max(lowest, start - REACH), min(highest, end + REACH)
    back = forth = 0
    while start - back > lowest and atoms[start - back - 1] == atoms[end - back - 1]:
        back += 1
    while end + forth < highest and atoms[start + forth] == atoms[end + forth]:
        forth += 1
    return max(range(-back, forth + 1), key=lambda shift: (_worth(atoms, start + shift, end + shift), shift))


def _worth(atoms, start, end):
    return border(atoms, start) + border(atoms, end)
