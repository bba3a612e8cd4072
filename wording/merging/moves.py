"""When one side moves a paragraph that the other corrects, the correction goes along; what is not so clear is asked."""

from collections import defaultdict
from typing import NamedTuple

from wording.comparing.atoms import atoms
from wording.comparing.lining import traits
from wording.comparing.moves import twins
from wording.merging.edits import Edit, InOrder, applied

TELLING = 6  # characters: shorter lines are gone here and new there by chance


class Move(NamedTuple):
    """Characters start to end of the common text, gone by one edit, stand at a place in the text of another."""

    start: int
    end: int
    source: Edit
    target: Edit
    place: int
    is_exact: bool = True  # or was changed on the way

    def holds(self, edit):
        """Whether an edit lies within text that was moved as it was, so that it is plain where it goes."""
        if not self.is_exact:
            return False
        if edit.is_insertion:
            return self.start < edit.start < self.end
        return self.start <= edit.start and edit.end <= self.end and edit[:2] != (self.start, self.end)

    def carried(self, edit):
        along = self.place - self.start
        return edit._replace(start=edit.start + along, end=edit.end + along)


def moves(base, edits):
    """Moves of one side, by the edit that took the text away."""
    gone = {(edit, edit.start + at): words for edit in edits for at, words in said(base[edit.start : edit.end])}
    new = {(edit, at): words for edit in edits for at, words in said(edit.text)}
    exact = same(gone, new)
    rest = [{place: traits(atoms(words)) for place, words in lines.items()} for lines in left(gone, new, exact)]
    found = defaultdict(list)
    for pairs, is_exact in ((exact, True), (twins(*rest), False)):
        for (source, start), (target, place) in pairs.items():
            if source != target:
                found[source].append(Move(start, start + len(gone[source, start]), source, target, place, is_exact))
    return found


def same(gone, new):
    """Places of lines gone and lines new with the same words, the first with the first."""
    places = defaultdict(list)
    for place, words in new.items():
        places[words].append(place)
    return {place: places[words].pop(0) for place, words in gone.items() if places[words]}


def left(gone, new, pairs):
    taken = set(pairs.values())
    return (
        {place: words for place, words in gone.items() if place not in pairs},
        {place: words for place, words in new.items() if place not in taken},
    )


def said(text):
    """Every line that tells something, with its place."""
    at = 0
    for line in text.split("\n"):
        words = line.strip()
        if len(words) >= TELLING:
            yield at + line.index(words), words
        at += len(line) + 1


def carried_along(base, ours, others):
    """
    Our edits with what the others did inside the text that we moved, their edits without it, and ties.

    A tie is a stretch to be asked about as a whole: there one side moved what the other changed in another way.
    """
    near, ties, along, gone = InOrder(base, others), [], defaultdict(list), set()
    for source, found in moves(base, ours).items():
        touching = near.touching(source)
        homes = {edit: move for edit in touching for move in found if move.holds(edit)}
        if same_move(source, found, others):
            continue
        if len(homes) < len(touching):
            ties += [stretch(source, move.target) for move in found]
            continue
        gone |= set(homes)
        for edit, move in homes.items():
            along[move.target].append(move.carried(edit))
    ours = [edit._replace(text=applied(edit.text, sorted(along[edit]))) if edit in along else edit for edit in ours]
    return ours, [edit for edit in others if edit not in gone], ties


def ties_of_moves(base, mine, theirs):
    """All moves of text that the other side touched in any way, each as something to be asked about."""
    for ours, others in ((mine, theirs), (theirs, mine)):
        near = InOrder(base, others)
        for source, found in moves(base, ours).items():
            if near.touching(source) and not same_move(source, found, others):
                yield from (stretch(source, move.target) for move in found)


def same_move(source, found, others):
    return source in others and all(move.target in others for move in found)


def stretch(one, other):
    return min(one.start, other.start), max(one.end, other.end)


def ways(base, edits):
    """From where to where text moved: (edit that took it away, edit that brought it)."""
    return [(source, move.target) for source, found in moves(base, edits).items() for move in found]
