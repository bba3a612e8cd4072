"""What a page or a Word file shows and its bare text does not: where a story begins, which line is set largest.

Where that is known it wins over the grammar's signs: a headline's parts are told by their type, and a story under its
own headline is not parted any further.
"""

from bisect import bisect
from dataclasses import replace
from typing import NamedTuple

from bylines.finding import at_tail
from intake.reading.blocks import CAPTION, COLUMN, HEADING, NOTE, PAGE_HEAD, PARAGRAPH
from intake.reading.headlines import Heading, column_and_rest
from intake.reading.stories import stories_of
from intake.reading.story_blocks import StoryBlocks

PARTS = ("kicker", "headline", "subheadline")
FULL_STOPS = ("。", ":", ";", ",")
MAY_BE_HEADING = (HEADING, PARAGRAPH, NOTE, CAPTION, COLUMN)


class Look(NamedTuple):
    """part: page_head, kicker, headline, subheadline, subhead, caption; else text, or words in Word. story numbers
    the stories; 0 is none's."""

    start: int
    end: int
    story: int
    part: str


class Looks:
    def __init__(self, looks):
        self.looks = sorted(looks)
        self.starts = [look.start for look in self.looks]

    def __bool__(self):
        return bool(self.looks)

    @property
    def is_page(self):
        """Of a PDF: its lines are whole paragraphs. Those of Word are as its writer broke them."""
        return bool(self.looks) and all(look.part != "words" for look in self.looks)

    def of(self, block):
        return self.looks[max(0, bisect(self.starts, block.strand.runs[0][0]) - 1)]

    def seen(self, block, known=frozenset()):
        """The block as what it was set as."""
        part = self.of(block).part
        if part == "page_head":
            return replace(block, kind=PAGE_HEAD)
        if part in PARTS and block.kind in MAY_BE_HEADING:
            return replace(block, kind=COLUMN if block.kind == COLUMN else HEADING, part=part)
        if part == "subhead" and block.kind == PARAGRAPH and not block.text.endswith(FULL_STOPS):
            return replace(block, kind=HEADING)
        if part == "caption" and block.kind in (PARAGRAPH, HEADING):
            return replace(block, kind=CAPTION, found=at_tail(block.text, known))
        return block

    def stories(self, blocks, known=frozenset()):
        """The blocks of each story. One without a headline may hold several, which the grammar parts."""
        groups = {}
        for block in blocks:
            groups.setdefault(self.of(block).story, []).append(block)
        for own in groups.values():
            if any(block.part for block in own):
                yield StoryBlocks([b for b in own if b.part], [b for b in own if not b.part])
            else:
                yield from stories_of(own, known)


def heading_as_set(blocks):
    """The heading of blocks that know their parts; None where they do not."""
    lines = [block for block in blocks if block.part and block.kind != COLUMN]
    if not lines:
        return None
    above = [block.strand for block in lines if block.part == "kicker"]
    column = column_and_rest([block.strand for block in lines])[0] if above else []
    headline, below = ([block.strand for block in lines if block.part == part] for part in ("headline", "subheadline"))
    return Heading(column, above[len(column) :], headline, below)
