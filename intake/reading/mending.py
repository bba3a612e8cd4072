"""Sentences broken over paragraphs are joined again; where the other half is not there, the gap is marked."""

from itertools import pairwise

from bylines.finding import at_tail
from intake.reading.blocks import CAPTION, JUMP, PARAGRAPH, PHOTO_CREDIT, Block
from intake.reading.doubts import JOINED, MISSING_AFTER, MISSING_BEFORE
from intake.reading.result import Doubt
from intake.reading.shapes import begins_inside, begins_sentence, is_finished, leaves_open
from intake.reading.strands import Strand
from wording.typography import normalise

STEPS_OVER = (CAPTION, PHOTO_CREDIT, JUMP)  # what a page sets into the middle of a sentence
MOST_STEPS = 3
WORDS = 14  # characters on each side of a seam that are shown to the editor
SHORTEST = 12  # a shorter paragraph without a full stop is a signature or an entry of a list


def mended(blocks, known=frozenset()):
    """The blocks, broken paragraphs made whole; each knows by its doubts what was done and what it lacks."""
    whole, pending = [], None
    for block in blocks:
        if pending and pending.takes(block):
            continue
        if pending:
            whole += pending.result()
        pending = Pending(block, known) if block.kind == PARAGRAPH else None
        if not pending:
            whole.append(block)
    return whole + (pending.result() if pending else [])


class Pending:
    """A paragraph whose end may not have come yet, and what the page set between its parts."""

    def __init__(self, block, known):
        self.known = known
        self.parts, self.between = [block], []
        self.breaks = self.breaks_after(block)

    def breaks_after(self, block):
        text = block.text
        return len(text) >= SHORTEST - 2 and not is_finished(text) and not at_tail(text, self.known, bare=True)

    def takes(self, block):
        if not self.breaks:
            return False
        if block.kind in STEPS_OVER and len(self.between) < MOST_STEPS:
            self.between.append(block)
            return True
        if block.kind != PARAGRAPH or (begins_sentence(block.text) and not leaves_open(self.parts[-1].text)):
            return False
        self.parts.append(block)
        self.breaks = self.breaks_after(block)
        return True

    def result(self):
        first = self.parts[0].strand
        runs = [run for part in self.parts for run in part.strand.runs]
        strand = Strand(first.page, runs, **first.layout)
        return [Block(strand, PARAGRAPH, doubts=tuple(self.doubts())), *self.between]

    def doubts(self):
        first, last = self.parts[0].strand.raw, self.parts[-1].strand.raw
        if begins_inside(self.parts[0].text):
            yield Doubt(MISSING_BEFORE, normalise(first[:WORDS]) + "……")
        for before, after in pairwise(self.parts):
            yield Doubt(JOINED, f"……{normalise(before.strand.raw[-WORDS:])}｜{normalise(after.strand.raw[:WORDS])}……")
        if self.breaks:
            yield Doubt(MISSING_AFTER, "……" + normalise(last[-WORDS:]))
