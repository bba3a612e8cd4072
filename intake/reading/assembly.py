"""A story out of its blocks: headline parts, dateline, credits, photos, body; and the strands they were read from."""

import re

from bylines.credits import AGENCY, Credit
from bylines.edges import PRINTED_AT
from bylines.finding import alone, at_head, at_tail
from bylines.names import is_strongly, split_names
from bylines.roles import OUTLET
from intake.reading import doubts
from intake.reading.blocks import (
    CAPTION,
    COLUMN,
    CREDIT,
    HEADING,
    JUMP,
    JUMP_AT_HEAD,
    JUMP_AT_TAIL,
    NOTE,
    PARAGRAPH,
    PHOTO_CREDIT,
    SOURCE,
)
from intake.reading.captions import ARROW, LONGEST_CAPTION, is_of_picture, pictured
from intake.reading.datelines import dateline_of
from intake.reading.headlines import heading_of, size
from intake.reading.looks import heading_as_set
from intake.reading.result import Doubt, PhotoRead, Piece, StoryRead
from intake.reading.strands import Strand
from wording.typography import review

SNIPPET = 30
LONG_FOR_A_SUBHEAD = 16
PRELUDE = re.compile(
    rf"(?:{PRINTED_AT.pattern})?\s*(?:来源:?\s*)?(?P<source>{OUTLET}(?:[-—]{OUTLET})?)?(?=\s|本报讯)\s*|"
)
TITLE = re.compile(r"题:([^。]{4,40}$|[^。,\s]{4,30}(?=\s))")


class Assembly:
    """Builds one StoryRead; every strand it uses is marked with what it was read as."""

    def __init__(self, blocks, known, from_page=True):
        self.from_page = from_page
        self.heading, self.blocks, self.known = blocks.heading, blocks.blocks, known
        self.story = StoryRead()
        self.marks: list[tuple[Strand, str]] = []
        self.text_places = [place for place, block in enumerate(self.blocks) if block.kind == PARAGRAPH]

    def build(self):
        self.read_heading()
        for place, block in enumerate(self.blocks):
            READERS[block.kind](self, block, place)
        self.check()
        return self.story

    def text(self, strand, kind):
        """The strand's words as the paper stores them; doubts of typography are noted."""
        self.marks.append((strand, kind))
        read = review(strand.raw)
        self.story.doubts += [Doubt(code, read.text[:SNIPPET]) for code in read.doubts]
        return read.text

    def texts(self, strands, kind):
        return "\n".join(self.text(strand, kind) for strand in strands)

    def read_heading(self):
        columns = [block.strand for block in self.heading if block.kind == COLUMN]
        lines = [block.strand for block in self.heading if block.kind != COLUMN]
        if lines:
            heading = heading_as_set(self.heading) or heading_of(lines, self.from_page)
            columns += heading.column
            self.story.kicker = self.texts(heading.kicker, "kicker")
            self.story.headline = self.texts(heading.headline, "headline")
            self.story.subheadline = self.texts(heading.subheadline, "subheadline")
        self.story.column = self.texts(columns, "column")

    def read_paragraph(self, block, place):
        strand = block.strand
        self.story.doubts += block.doubts
        strand = self.read_jumps(strand)
        if not self.story.body or not (self.story.dateline or self.story.credits):
            strand = self.read_opening(strand)
        strand, tail = self.read_tail(strand, place == self.text_places[-1])
        if not strand:
            return
        if tail and self.story.photos and self.is_caption(strand, tail.line):
            self.caption_last_photo(strand)
        else:
            self.story.body.append(Piece("paragraph", self.text(strand, "paragraph")))

    def read_jumps(self, strand):
        """上接, 下转 inside the brackets that a paragraph begins or ends with."""
        if head := JUMP_AT_HEAD.match(strand.folded):
            self.story.jumps.append(self.text(strand.cut(0, head.end()), "jump"))
            strand = strand.cut(head.end(), len(strand.folded))
        if tail := JUMP_AT_TAIL.search(strand.folded, max(0, len(strand.folded) - 60)):
            self.story.jumps.append(self.text(strand.cut(tail.start(), len(strand.folded)), "jump"))
            strand = strand.cut(0, tail.start())
        return strand

    def is_caption(self, strand, line):
        """A short text with the credit of its picture behind it, unless it is all the text there is."""
        is_short = len(self.text_places) > 1 and len(strand.folded) <= LONGEST_CAPTION
        return is_short and is_of_picture(line) and not line.credits

    def read_opening(self, strand):
        """Dateline and credits before the first sentence."""
        strand = self.read_prelude(strand)
        dateline = None if self.story.dateline else dateline_of(strand.folded)
        if dateline:
            self.story.dateline = self.text(strand.cut(dateline.start, dateline.end), "dateline")
            self.mark_rest(strand, 0, dateline.resume, "dateline")
            strand = self.read_title(strand.cut(dateline.resume, len(strand.folded)))
        is_opening = dateline or not self.story.body
        found = at_head(strand.folded, self.known, after_dateline=bool(dateline)) if is_opening else None
        if found:
            self.take_credits(strand.cut(0, found.end), found.line)
            strand = self.read_second_bracket(strand.cut(found.end, len(strand.folded)))
        if dateline and dateline.agency:
            self.story.credits = (Credit(dateline.agency, AGENCY), *self.story.credits)
        return strand

    def read_second_bracket(self, strand):
        """(记者林岚)(通讯员何青): what each role has in brackets of its own."""
        found = at_head(strand.folded, self.known) if strand and strand.folded[0] in "([" else None
        if not found:
            return strand
        self.take_credits(strand.cut(0, found.end), found.line)
        return strand.cut(found.end, len(strand.folded))

    def read_prelude(self, strand):
        """2016年06月17日 来源:江畔日报 本报讯: what a web page printed before the dateline."""
        prelude = PRELUDE.match(strand.folded)
        if not prelude[0] or not dateline_of(strand.folded[prelude.end() :]):
            return strand
        printed = self.text(strand.cut(0, prelude.end()), "source")
        self.story.credit_lines.append(printed)
        self.story.source = prelude["source"] or self.story.source
        return strand.cut(prelude.end(), len(strand.folded))

    def read_title(self, strand):
        """新华社北京3月1日电 题:一把焊枪: agencies put the headline of a feature behind the dateline."""
        title = TITLE.match(strand.folded)
        if not title or self.story.headline:
            return strand
        self.story.headline = self.text(strand.cut(title.start(1), title.end(1)), "headline")
        self.mark_rest(strand, 0, title.end(), "dateline")
        return strand.cut(title.end(), len(strand.folded))

    def mark_rest(self, strand, start, end, kind):
        """Marks around a dateline (a colon, brackets) belong to it."""
        self.marks.append((strand.cut(start, end), kind))

    def read_tail(self, strand, is_last):
        found = at_tail(strand.folded, self.known, bare=is_last)
        if not found:
            return strand, None
        if not self.story.body and not is_last and is_of_picture(found.line):
            found = pictured(found)  # 摄影报道 under a picture above the text
        self.take_credits(strand.cut(found.start, found.end), found.line)
        return strand.cut(0, found.start), found

    def take_credits(self, strand, line, kind=None):
        kind = kind or ("credit" if line.credits else "photo_credit" if line.photographers else "source")
        printed = self.text(strand, kind) if strand else ""
        self.story.credit_lines += [printed] if printed else []
        self.story.credits += tuple(credit for credit in line.credits if credit not in self.story.credits)
        self.story.source = line.source or self.story.source
        if line.photographers or line.image_source:
            self.story.photos.append(
                PhotoRead(credits=line.photographers, source=line.image_source, as_printed=printed)
            )
        self.story.doubts += [Doubt(doubts.NAME_UNSURE, name) for name in line.unsure]

    def read_credit(self, block, place):
        self.take_credits(block.strand, block.found.line)

    def read_photo_credit(self, block, place):
        """A photo's credit on a line of its own may follow its caption."""
        before = self.blocks[place - 1] if place else None
        self.take_credits(block.strand, block.found.line)
        if before and before.kind == CAPTION and not self.story.photos[-2].credits:
            self.story.photos[-1].caption = self.story.photos.pop(-2).caption

    def read_caption(self, block, place):
        strand, found = block.strand, block.found
        photos = len(self.story.photos)
        if found:
            self.take_credits(strand.cut(found.start, found.end), found.line)
            strand = strand.cut(0, found.start)
        if len(self.story.photos) == photos:
            self.story.photos.append(PhotoRead())
        self.caption_last_photo(strand)

    def caption_last_photo(self, strand):
        arrow = ARROW.match(strand.folded)
        self.mark_rest(strand, 0, arrow.end(), "caption")
        self.story.photos[-1].caption = self.text(strand.cut(arrow.end(), len(strand.folded)), "caption")

    def read_subhead(self, block, place):
        is_last = place == len(self.blocks) - 1
        found = alone(block.text, self.known, bare=True) if is_last or self.is_below_lead(block) else None
        if found and found.line.credits:
            self.take_credits(block.strand, found.line)
        elif is_last and self.text_places and size(block.text) >= LONG_FOR_A_SUBHEAD:
            self.story.body.append(Piece("paragraph", self.text(block.strand, "paragraph")))  # its full stop is lost
        else:
            self.story.body.append(Piece("subhead", self.text(block.strand, "subhead")))

    def is_below_lead(self, block):
        """A bare name between the first paragraph and the second of a story that names nobody else."""
        is_first = len(self.story.body) == 1 and not self.story.credits and not self.story.dateline
        names = split_names(block.text, self.known) if is_first else None
        return bool(names) and is_strongly(names)

    def read_column(self, block, place):
        self.story.column = self.story.column or self.text(block.strand, "column")

    def read_note(self, block, place):
        note = self.text(block.strand, "editors_note")
        self.story.editors_note = f"{self.story.editors_note}\n{note}".strip()

    def read_jump(self, block, place):
        self.story.jumps.append(self.text(block.strand, "jump"))

    def check(self):
        if not self.story.headline:
            self.story.doubts.append(Doubt(doubts.NO_HEADLINE))
        if not any(size(text) for text in self.story.paragraphs):
            self.story.doubts.append(Doubt(doubts.NO_BODY))


READERS = {
    PARAGRAPH: Assembly.read_paragraph,
    CREDIT: Assembly.read_credit,
    PHOTO_CREDIT: Assembly.read_photo_credit,
    SOURCE: Assembly.read_credit,
    CAPTION: Assembly.read_caption,
    HEADING: Assembly.read_subhead,
    COLUMN: Assembly.read_column,
    NOTE: Assembly.read_note,
    JUMP: Assembly.read_jump,
}
