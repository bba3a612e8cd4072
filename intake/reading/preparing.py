"""What the blocks of a page tell each other before stories are looked for: notes, page heads, a hidden headline."""

import re
from dataclasses import replace

from bylines.credits import EDITOR
from intake.reading.blocks import CREDIT, HEADING, JUMP, NOTE, NOTE_HEADS, PAGE_HEAD, PARAGRAPH, Block
from intake.reading.datelines import dateline_of
from intake.reading.stories import NEWS_BEGINS

PEELED = re.compile(r"(?:[^\s。,;]{6,36}\s+){1,3}")
HEADLINE_STOP = re.compile(r"[^。]{3,28}。")


def with_notes(blocks):
    """编者按 on a line of its own heads the paragraph below it."""
    blocks = list(blocks)
    return [
        replace(block, kind=NOTE)
        if is_text(block) and before and before.kind == NOTE and NOTE_HEADS.fullmatch(before.text)
        else block
        for before, block in zip([None, *blocks], blocks, strict=False)
    ]


def is_text(block):
    return block.kind == PARAGRAPH and not dateline_of(block.text)


def with_page_heads(blocks):
    """The page's editors named before its first headline belong to the page."""
    before_stories = True
    for block in blocks:
        if before_stories and block.kind == CREDIT and {credit.role for credit in block.found.line.credits} == {EDITOR}:
            block = replace(block, kind=PAGE_HEAD)
        before_stories = before_stories and block.kind == PAGE_HEAD
        yield block


def with_first_sentence(blocks):
    """夜校真好。 A short sentence above the first credits or text of a page that has no other headline."""
    blocks = list(blocks)
    first = next(
        (place for place, block in enumerate(blocks) if block.kind not in (PAGE_HEAD, NOTE, JUMP)), len(blocks)
    )
    pair = blocks[first : first + 2]
    if [block.kind for block in pair] in ([PARAGRAPH, CREDIT], [PARAGRAPH, PARAGRAPH]) and HEADLINE_STOP.fullmatch(
        pair[0].text
    ):
        opens = pair[1].kind == CREDIT or dateline_of(pair[1].text)
        blocks[first] = replace(pair[0], kind=HEADING) if opens else pair[0]
    return blocks


def with_peeled_heading(blocks):
    """A page whose first line holds headline and text both: the headline is taken off it."""
    blocks = list(blocks)
    first = next((place for place, block in enumerate(blocks) if block.kind != PAGE_HEAD), len(blocks))
    if first == len(blocks) or blocks[first].kind != PARAGRAPH:
        return blocks
    strand = blocks[first].strand
    peeled = PEELED.match(strand.folded)
    rest = strand.folded[peeled.end() :] if peeled else ""
    if not (NEWS_BEGINS.match(rest) or dateline_of(rest)):
        return blocks
    heading = Block(strand.cut(0, peeled.end()), HEADING)
    return [
        *blocks[:first],
        heading,
        replace(blocks[first], strand=strand.cut(peeled.end(), len(strand.folded))),
        *blocks[first + 1 :],
    ]
