"""The blocks of a page, in their order, as one text in which each block knows its place."""

from dataclasses import dataclass, field

from intake.documents.pdf.headlines import parts_of
from intake.documents.pdf.order import heads_in_order, stories_in_order, texts_in_order
from intake.documents.pdf.paragraphs import column_of, goes_on, joined, paragraphs_of
from intake.documents.result import Box, Hint, TextBlock

FEWEST_LINES, WITHIN = 4, 0.6
BETWEEN_STORIES = "\n\n\n"


@dataclass
class Composition:
    """Text as it grows."""

    sheet: object
    usual: float
    text: str = ""
    blocks: list[TextBlock] = field(default_factory=list)
    hints: list[Hint] = field(default_factory=list)

    def add(self, block, paragraphs, story, glue="\n", part=""):
        self.text += glue if self.text else ""
        start = len(self.text)
        self.text += "\n".join(paragraphs)
        size = round(block.size / self.usual, 2)
        box = percent(block, self.sheet)
        self.blocks.append(TextBlock(box, self.text[start:], start, len(self.text), block.kind, story, size, part))
        if block.kind == "headline":
            self.hints.append(Hint(start, len(self.text), ("large",), size))


def percent(area, sheet):
    across, down = 100 / sheet.width, 100 / sheet.height
    edges = (area.left * across, area.top * down, area.right * across, area.bottom * down)
    return Box(*(round(min(100.0, max(0.0, edge)), 3) for edge in edges))


def composed(sheet, blocks, stories, usual):
    page = Composition(sheet, usual)
    texts = [block for block in blocks if block.kind == "text"]
    heads = [block for block in blocks if block.kind == "page_head"]
    for head in sorted(heads, key=lambda block: (round(block.bottom / 12), block.left)):
        page.add(head, [joined_apart(head)], 0)
    for number, story in enumerate(stories_in_order(stories, sheet.height), start=1):
        add_story(page, story, number, texts)
    return page


def joined_apart(block):
    """The lines of a headline are parts of it, not one run of words; only three and more are broken to fit."""
    texts = [line.text for line in block.lines]
    *full, _ = block.lines
    wrapped = len(full) > 1 and all(block.right - line.right < 1.5 * line.size for line in full)
    return joined(texts) if wrapped else " ".join(texts)


def add_story(page, story, number, texts):
    glue = BETWEEN_STORIES
    for head, part in zip(heads := heads_in_order(story.heads), parts_of(heads), strict=True):
        page.add(head, [joined_apart(head)], number, glue, part)
        glue = "\n"
    last = before = None
    for block in texts_in_order([block for block in story.texts if block.kind == "text"]):
        column = column_of(block, neighbours(block, story, texts))
        runs_on = last is not None and goes_on(last, block.lines[0], before, column)
        paragraphs = [joined(line.text for line in lines) for lines in paragraphs_of(block, column)]
        page.add(block, paragraphs, number, between(page.text, paragraphs[0]) if runs_on else glue)
        last, before, glue = block.lines[-1], column, "\n"
    captions = sorted(
        (block for block in story.texts if block.kind == "caption"), key=lambda block: (block.top, block.left)
    )
    for block in captions:
        page.add(block, [joined(line.text for line in block.lines)], number, glue)
        glue = "\n"


def neighbours(block, story, texts):
    """The texts that show how wide its column is: its story's; of a line alone all that stand above or below."""
    own = [text for text in story.texts if text.kind == "text" and text.frame == block.frame]
    lines = sum(len(text.lines) for text in own if text.beside(block) > WITHIN)
    return own if lines >= FEWEST_LINES else [text for text in texts if text.frame == block.frame]


def between(text, piece):
    return joined([text[-1:], piece[:1]])[1:-1]
