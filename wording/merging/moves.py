"""When one side moves a paragraph that the other corrects, the correction goes along; what is not so clear is asked."""

from collections import defaultdict
from typing import NamedTuple

from wording.merging.edits import Edit, InOrder, applied

TELLING = 6  # characters: shorter lines are gone here and new there by chance


class Move(NamedTuple):
    """Characters start to end of the common text, gone by one edit, stand at a place in the text of another."""

    start: int
    end: int
    source: Edit
    target: Edit
    place: int

    def holds(self, edit):
        """Whether an edit lies within the moved text, so that it is plain where it goes."""
        if edit.is_insertion:
            return self.start < edit.start < self.end
        return self.start <= edit.start and edit.end <= self.end and edit[:2] != (self.start, self.end)

    def carried(self, edit):
        along = self.place - self.start
        return edit._replace(start=edit.start + along, end=edit.end + along)


def moves(base, edits):
    """Moves of one side, by the edit that took the text away."""
    gone = {}
    for edit in edits:
        for start, words in said(base[edit.start : edit.end]):
            gone.setdefault(words, (edit, edit.start + start))
    found = defaultdict(list)
    for edit in edits:
        for place, words in said(edit.text):
            source, start = gone.pop(words, (edit, 0))
            if source != edit:
                found[source].append(Move(start, start + len(words), source, edit, place))
    return found


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


def same_move(source, found, others):
    return source in others and all(move.target in others for move in found)


def stretch(one, other):
    return min(one.start, other.start), max(one.end, other.end)


def ways(base, edits):
    """From where to where text moved: (edit that took it away, edit that brought it)."""
    return [(source, move.target) for source, found in moves(base, edits).items() for move in found]
