"""The blocks of one story while a page is parted: its heading, what stands below it, and who is named there."""

import re
from dataclasses import dataclass, field

from bylines.credits import EDITOR
from bylines.edges import PRINTED_AT
from bylines.finding import at_head, at_tail
from intake.reading.blocks import CAPTION, CREDIT, HEADING, NOTE, OPENING_NOTES, PARAGRAPH, SOURCE, Block
from intake.reading.captions import LONGEST_CAPTION
from intake.reading.datelines import dateline_of

THE_END = re.compile(r"[(\[]\s*(?:完|续|全文完)\s*[)\]]?$")


@dataclass
class StoryBlocks:
    heading: list[Block] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)

    def has_text(self):
        return any(block.kind == PARAGRAPH and not is_bare_dateline(block) for block in self.blocks)

    def awaits_heading(self):
        """So far only what may stand above a headline: a source, an editor's note, a photo, 上接."""
        return not self.has_text() and not any(block.kind == HEADING for block in self.heading)

    def give_up_openings(self):
        """编者按, or the source that a web page printed: at the end of a story they open the next."""
        openings = []
        while len(self.blocks) > 1 and is_opening(self.blocks[-1]):
            openings.insert(0, self.blocks.pop())
        return openings

    def writers_above(self, known):
        """Who is named before its text; other writers behind a text are another story's."""
        for block in self.blocks:
            if block.kind == CREDIT and (names := writers(block.found)):
                return names
            if block.kind == PARAGRAPH:
                dateline = dateline_of(block.text)
                rest = block.text[dateline.resume :] if dateline else block.text
                return writers(at_head(rest, known, after_dateline=bool(dateline)))
        return set()

    def signs_of_end(self, known):
        """Names of its writers behind the text, or (完); a photo's credit may also stand in the middle."""
        last = self.blocks[-1]
        if last.kind == PARAGRAPH and THE_END.search(last.text):
            return 5.0
        found = at_tail(last.text, known, bare=True) if last.kind == PARAGRAPH else last.found
        if not found or last.kind == CAPTION:
            return 0.0
        if found.line.credits:
            return 5.0
        return 0.0 if last.kind == PARAGRAPH and self.is_caption(last) else 2.0

    def is_caption(self, block):
        """A short text with the credit of its picture is the story only where there is no other."""
        others = (other for other in self.blocks if other.kind == PARAGRAPH and other is not block)
        return len(block.text) <= LONGEST_CAPTION and next(others, None) is not None


def is_opening(block):
    if block.kind == NOTE:
        return bool(OPENING_NOTES.match(block.text))
    return block.kind == SOURCE and bool(PRINTED_AT.match(block.text))


def is_bare_dateline(block):
    dateline = dateline_of(block.text)
    return bool(dateline) and dateline.resume == len(block.text)


def writers(found):
    return {credit.name for credit in found.line.credits if credit.role != EDITOR} if found else set()
