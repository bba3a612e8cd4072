"""Which story each block belongs to: the one whose headline stands above it, or whose column it goes on."""

from dataclasses import dataclass, field

from intake.documents.pdf.bands import centred_head_of, is_subhead, upright_head_of, wrapped_from
from intake.documents.pdf.headings import are_one_heading, headline_above, headline_below
from intake.documents.pdf.photo_news import is_news
from intake.documents.pdf.shapes import Block

NEAR = 2.2  # sizes of type: text that goes on below text; two parts of one headline
WITHIN = 0.3  # share of the width that makes one block stand above another


@dataclass
class Story:
    heads: list[Block] = field(default_factory=list)
    texts: list[Block] = field(default_factory=list)
    is_photo_news: bool = False

    @property
    def blocks(self):
        return self.heads + self.texts

    @property
    def top(self):
        return min(block.top for block in self.blocks)

    @property
    def left(self):
        return min(block.left for block in self.blocks)


class Layout:
    """The page while its blocks are dealt out."""

    def __init__(self, blocks, drawing, usual):
        self.drawing, self.usual = drawing, usual
        self.blocks = sorted(blocks, key=lambda block: (block.top, block.left))
        self.stories = []
        for block in self.blocks:
            block.frame = frame_of(block, drawing)

    def deal(self):
        for block in self.of_kind("headline"):
            self.take_headline(block)
        for block in self.of_kind("text"):
            if (head := headline_below(self, block) or headline_above(self, block)) is not None:
                self.put(block, head.story, "headline")
        for block in self.of_kind("caption"):
            if is_news(self, block):
                self.open(block)
                self.stories[-1].is_photo_news = True
        waiting = self.pass_over(self.of_kind("text", "caption"))
        while waiting:
            left = self.pass_over(waiting, beside=True)
            if len(left) == len(waiting):
                self.open(left.pop(0))
            waiting = self.pass_over(left)
        return self.stories

    @property
    def texts(self):
        return [block for block in self.blocks if block.kind == "text"]

    def of_kind(self, *kinds):
        return [block for block in self.blocks if block.kind in kinds and block.story < 0]

    def open(self, block):
        self.stories.append(Story())
        self.put(block, len(self.stories) - 1)

    def put(self, block, story, kind=None):
        block.story, block.kind = story, kind or block.kind
        (self.stories[story].heads if block.kind == "headline" else self.stories[story].texts).append(block)

    def take_headline(self, block):
        """Kicker, headline and subheadline stand close together, or an upright one beside a lying one."""
        for story, known in enumerate(self.stories):
            if any(are_one_heading(self, head, block) for head in known.heads):
                return self.put(block, story)
        return self.open(block)

    def ruled(self, upper, lower):
        left, right = max(upper.left, lower.left), min(upper.right, lower.right)
        return self.drawing.parts_above(upper.bottom - upper.size * 0.2, lower.top + lower.size * 0.2, left, right)

    def pass_over(self, blocks, beside=False):
        """Deal out those that have a place by now, from the top; the rest is returned."""
        waiting = []
        for block in blocks:
            story = self.story_beside(block) if beside else self.story_above(block)
            if story is None:
                waiting.append(block)
            else:
                self.put(block, story)
        return waiting

    def above(self, block):
        over = [
            other
            for other in self.blocks
            if other is not block
            and other.frame == block.frame
            and other.kind != "page_head"
            and other.bottom <= block.top + 0.5 * block.size
            and other.top < block.top
            and other.beside(block) > WITHIN
        ]
        return max(over, key=lambda other: other.bottom, default=None)

    def story_above(self, block):
        above = self.above(block)
        if not self.is_right_below(above, block) and (
            head := upright_head_of(self, block) or centred_head_of(self, block)
        ):
            return head.story
        if above is None or above.story < 0:
            return None
        if above.kind == "text" and (wrapped := wrapped_from(self, above, block)) is not None:
            return wrapped
        if self.is_right_below(above, block) or is_subhead(above) or is_subhead(block):
            return above.story
        beside = self.story_beside(block)
        newer = beside is not None and self.stories[beside].top > above.bottom - 2 * self.usual
        return beside if newer else above.story

    def is_right_below(self, above, block):
        """Below a lying headline a photo may come first; below anything else white or a rule parts."""
        return above is not None and (is_lying_head(above) or not self.is_parted(above, block))

    def has_lying_head(self, block):
        above = self.above(block)
        return above is not None and is_lying_head(above)

    def is_parted(self, above, block):
        return block.top - above.bottom > NEAR * self.usual or self.ruled(above, block)

    def story_beside(self, block):
        """The column to the left of one whose top has no headline; on the first column nothing is."""
        level = [
            other
            for other in self.blocks
            if other.story >= 0
            and not self.stories[other.story].is_photo_news
            and other.frame == block.frame
            and other.right <= block.left + 0.5 * block.size
            and (other.level_with(block) > WITHIN or (other.kind == "headline" and other.level_with(block) > 0))
        ]
        nearest = max(level, key=lambda other: other.right, default=None)
        return None if nearest is None else nearest.story


def is_lying_head(block):
    return block.kind == "headline" and not block.upright


def frame_of(block, drawing):
    """The smallest frame that its middle stands in; -1 outside of all."""
    x, y = (block.left + block.right) / 2, (block.top + block.bottom) / 2
    around = [place for place, frame in enumerate(drawing.frames) if frame.holds(x, y)]
    return min(around, key=lambda place: drawing.frames[place].width * drawing.frames[place].height, default=-1)
