"""A story out of its blocks: headline parts, dateline, credits, photos, body; and the strands they were read from."""

from bylines.finding import alone, at_tail
from bylines.names import is_strongly, split_names
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
from intake.reading.captions import is_of_picture, pictured
from intake.reading.headlines import heading_of, size
from intake.reading.looks import heading_as_set
from intake.reading.openings import read_opening
from intake.reading.pictures import caption_last_photo, is_caption, read_caption, read_photo_credit
from intake.reading.result import Doubt, PhotoRead, Piece, StoryRead
from intake.reading.strands import Strand
from wording.typography import review

SNIPPET = 30
LONGEST_JUMP = 60


class Assembly:
    """Builds one StoryRead; every strand it uses is marked with what it was read as."""

    def __init__(self, blocks, known, from_page=True, from_print=True):
        self.from_page, self.from_print = from_page, from_print
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
            heading = heading_as_set(self.heading) or heading_of(lines, self.from_page, self.from_print)
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
            strand = read_opening(self, strand)
        strand, tail = self.read_tail(strand, place == self.text_places[-1])
        if not strand:
            return
        if tail and self.story.photos and is_caption(self, strand, tail.line):
            caption_last_photo(self, strand)
        else:
            self.story.body.append(Piece("paragraph", self.text(strand, "paragraph")))

    def read_jumps(self, strand):
        """上接, 下转 inside the brackets that a paragraph begins or ends with."""
        if head := JUMP_AT_HEAD.match(strand.folded):
            self.story.jumps.append(self.text(strand.cut(0, head.end()), "jump"))
            strand = strand.cut(head.end(), len(strand.folded))
        if tail := JUMP_AT_TAIL.search(strand.folded, max(0, len(strand.folded) - LONGEST_JUMP)):
            self.story.jumps.append(self.text(strand.cut(tail.start(), len(strand.folded)), "jump"))
            strand = strand.cut(0, tail.start())
        return strand

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

    def read_subhead(self, block, place):
        is_last = place == len(self.blocks) - 1
        found = alone(block.text, self.known, bare=True) if is_last or self.is_below_lead(block) else None
        if found and found.line.credits:
            self.take_credits(block.strand, found.line)
        elif is_last and self.text_places:  # nothing stands below it: a sentence without its full stop, a signature
            self.story.body.append(Piece("paragraph", self.text(block.strand, "paragraph")))
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
    PHOTO_CREDIT: read_photo_credit,
    SOURCE: Assembly.read_credit,
    CAPTION: read_caption,
    HEADING: Assembly.read_subhead,
    COLUMN: Assembly.read_column,
    NOTE: Assembly.read_note,
    JUMP: Assembly.read_jump,
}
