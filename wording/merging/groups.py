"""Edits of both sides that have to do with each other, as one."""

from bisect import bisect_right
from dataclasses import dataclass, field

from wording.merging.edits import Edit, applied, touch
from wording.merging.moves import stretch, ways

ROUNDS = 10  # in which one question may draw in another; a text so entangled is asked about as a whole


@dataclass
class Group:
    """A stretch of the common text, and what each side did there."""

    start: int
    end: int
    mine: list[Edit] = field(default_factory=list)
    theirs: list[Edit] = field(default_factory=list)
    tied_to: int = -1

    def add(self, side, edit):
        if side == "ties":
            self.tied_to = max(self.tied_to, edit.end)
        else:
            getattr(self, side).append(edit)
        self.end = max(self.end, edit.end)

    def meets(self, base, edit):
        """Only the last edits of a group can reach as far as the next one."""
        last = [*self.mine[-1:], *self.theirs[-1:]]
        return edit.start < self.tied_to + edit.is_insertion or any(touch(base, one, edit) for one in last)

    def texts(self, base):
        """What the stretch was, and what each side made of it."""
        sides = (applied(base, edits, self.start, self.end) for edits in (self.mine, self.theirs))
        return base[self.start : self.end], *sides

    def clashes(self, base):
        return len(set(self.texts(base))) == 3


def groups(base, mine, theirs, ties, typed):
    """
    All edits, in order; those that touch, and those that a tie holds together, are in one group.

    A move (of those in the edits as they were typed) is asked about as one: else an answer could strike the text out
    in one place and not bring it to the other.
    """
    ties = [*ties, *ties_of_same_place(base, mine, theirs)]
    moved = [way for side in typed for way in ways(base, side)]
    for _ in range(ROUNDS):
        found = grouped(base, mine, theirs, ties)
        clashing = [group for group in found if group.clashes(base)]
        asked = {id(group) for group in clashing}
        torn = [stretch(*way) for way in moved if is_torn(way, found, asked)]
        torn += [lines for group in clashing if (lines := whole_lines(base, group)) != (group.start, group.end)]
        if not torn:
            return found
        ties += torn
    return grouped(base, mine, theirs, [(0, len(base))])


def is_torn(way, groups, asked):
    source, target = (group_of(edit, groups) for edit in way)
    return source is not target and bool({id(source), id(target)} & asked)


def whole_lines(base, group):
    """A question over several lines shows them whole."""
    if "\n" not in base[group.start : group.end]:
        return group.start, group.end
    ends_line = base[group.end - 1] == "\n"
    return base.rfind("\n", 0, group.start) + 1, group.end if ends_line else base.find("\n", group.end) + 1 or len(base)


def group_of(edit, groups):
    at = bisect_right(groups, edit[:2], key=lambda group: (group.start, group.end))
    return next(
        (group for group in groups[max(at - 1, 0) : at + 1] if group.start <= edit.start <= edit.end <= group.end), None
    )


def grouped(base, mine, theirs, ties):
    found = []
    for side, edit in in_order(mine, theirs, ties):
        if not (found and found[-1].meets(base, edit)):
            found.append(Group(edit.start, edit.end))
        found[-1].add(side, edit)
    return found


def in_order(mine, theirs, ties):
    every = [
        *(("mine", edit) for edit in mine),
        *(("theirs", edit) for edit in theirs),
        *(("ties", Edit(start, end, "")) for start, end in ties),
    ]
    return sorted(every, key=lambda found: found[1][:2])


def ties_of_same_place(base, mine, theirs):
    """A word added to a row of its likes stands anywhere in the row: both sides may mean the same place, or word."""
    places = {(edit.is_insertion, place): edit for edit in mine if (place := edit.earliest(base)) is not None}
    for edit in theirs:
        twin = places.get((edit.is_insertion, edit.earliest(base)))
        if twin:
            yield min(edit.start, twin.start), max(edit.end, twin.end)
