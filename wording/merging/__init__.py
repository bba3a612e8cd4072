"""
Two editors, one text: what both did to the common version, put together by phrase.

    merge("字数在300字以内。", "字数在500字以内。", "稿件字数在300字以内。").text  →  稿件字数在500字以内。

Edits that do not touch are both taken, an edit made by both counts once, and where edits touch there is a conflict with
the common words and those of each side. Insertions in the same place are a conflict, since nobody knows their order.
"""

from wording.merging.edits import edits
from wording.merging.groups import Group, groups
from wording.merging.moves import carried_along, ties_of_moves
from wording.merging.parts import Merge, Part, surroundings

__all__ = ["Merge", "Part", "merge"]


def merge(base: str, mine: str, theirs: str) -> Merge:
    """Both versions of a common text in one."""
    own = edits(base, mine), edits(base, theirs)
    (ours, others), ties = carried(base, *own)
    carrying = {*ours, *others}.difference(*own)
    found = groups(base, ours, others, ties, own)
    if any(group.clashes(base) and carrying & {*group.mine, *group.theirs} for group in found):
        # Each side of a question must hold what that side typed, so nothing may have been carried into the other.
        ours, others = own
        found, carrying = groups(base, ours, others, ties_of_moves(base, ours, others), own), set()
    return Merge(tuple(parts(base, found, carrying)))


def carried(base, mine, theirs):
    """Both sides' edits, the corrections of one in the text that the other moved; both at once is a thing to ask."""
    ours, rest, ties = carried_along(base, mine, theirs)
    others, own_rest, more_ties = carried_along(base, theirs, mine)
    if ours != mine and others != theirs:
        return (mine, theirs), list(ties_of_moves(base, mine, theirs))
    return (own_rest, others) if ours == mine else (ours, rest), ties + more_ties


def parts(base, groups, carrying):
    at = 0
    for group in [*groups, Group(len(base), len(base))]:
        for found in (kept(base[at : group.start]), part(base, group, carrying)):
            if found.base or found.mine or found.theirs:
                yield found
        at = group.end


def kept(text):
    return Part("kept", text, text, text)


def part(base, group, carrying):
    """One stretch; where a side moved a text that holds a correction of the other, both have a share in it."""
    words, mine, theirs = group.texts(base)
    if mine == theirs:
        return Part("both", words, mine, theirs)
    if words not in (mine, theirs):
        return Part("conflict", words, mine, theirs, **surroundings(base, group.start, group.end))
    taken = mine if theirs == words else theirs
    if carrying.intersection([*group.mine, *group.theirs]):
        return Part("both", words, taken, taken)
    return Part("mine" if taken == mine else "theirs", words, mine, theirs)
