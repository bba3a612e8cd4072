"""A merged text as it is built and asked about: what was kept, what each side brought, and where they clash."""

from dataclasses import dataclass
from functools import cached_property

SURROUNDING = 40  # characters of the common text on each side of a question


@dataclass(frozen=True)
class Part:
    """Kind is kept, mine, theirs, both (the same from both, or one within the other) or conflict."""

    kind: str
    base: str
    mine: str
    theirs: str
    before: str = ""  # of a conflict: the common text around it
    after: str = ""

    @property
    def text(self):
        """What stands in the merged text. Of a conflict mine: what is asked must show something."""
        return self.theirs if self.kind == "theirs" else self.mine


@dataclass(frozen=True)
class Merge:
    parts: tuple[Part, ...]

    @cached_property
    def conflicts(self):
        return [part for part in self.parts if part.kind == "conflict"]

    @property
    def is_clean(self):
        return not self.conflicts

    @property
    def text(self):
        """The merged text. ValueError while a question is open: nothing is chosen in silence."""
        return self.settled([])

    def settled(self, answers):
        """The merged text with one answer for each conflict, in order: any words, those of a side or others."""
        if len(answers) != len(self.conflicts):
            raise ValueError(f"{len(self.conflicts)} conflicts, {len(answers)} answers")
        answers = iter(answers)
        return "".join(next(answers) if part.kind == "conflict" else part.text for part in self.parts)

    def with_mine(self):
        return self.settled([part.mine for part in self.conflicts])

    def with_theirs(self):
        return self.settled([part.theirs for part in self.conflicts])


def surroundings(base, start, end):
    return {"before": base[max(start - SURROUNDING, 0) : start], "after": base[end : end + SURROUNDING]}
