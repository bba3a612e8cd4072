"""What the blocks of a page tell each other before stories are looked for: notes, page heads, a hidden headline."""

import re
from collections import Counter
from dataclasses import replace
from itertools import islice, pairwise

from bylines.credits import EDITOR
from bylines.edges import PRINTED_AT
from intake.reading.blocks import (
    CAPTION,
    CREDIT,
    HEADING,
    JUMP,
    NOTE,
    NOTE_HEADS,
    PAGE_HEAD,
    PARAGRAPH,
    PHOTO_CREDIT,
    Block,
)
from intake.reading.captions import LONGEST_CAPTION
from intake.reading.datelines import dateline_of
from intake.reading.doubts import JOINED
from intake.reading.signs import NEWS_BEGINS

PEELED = re.compile(r"(?:[^\s。,;]{6,36}\s+){1,3}")
HEADLINE_STOP = re.compile(r"[^。]{3,28}。")
BROKEN_OFF = re.compile(r"[^。;]{4,36}[^。;:]")
SPACES = re.compile(r"\s+")
MOST_PEELED, LONGEST_HEADINGS = 4, 100
SPEAKS = re.compile(r"([^\s:,。“”]{1,8}):(?=.)")
FEWEST_TURNS = 4
FEWEST_PICTURES = 2


def prepared(blocks):
    """The blocks of a page of bare text as they stand together."""
    for rule in (with_pictures, with_notes, with_page_heads, with_first_sentence, with_peeled_heading):
        blocks = rule(blocks)
    return blocks


def with_notes(blocks):
    """编者按 on a line of its own heads the paragraph below it."""
    blocks = list(blocks)
    return [
        replace(block, kind=NOTE)
        if is_text(block) and before and before.kind == NOTE and NOTE_HEADS.fullmatch(before.text)
        else block
        for before, block in zip([None, *blocks], blocks, strict=False)
    ]


def with_pictures(blocks):
    """A page of pictures: several short texts, each with the credit of its picture on the line below it."""
    blocks = list(blocks)
    told = [place for place, pair in enumerate(pairwise(blocks)) if is_told_by_credit(*pair)]
    if len(told) < FEWEST_PICTURES:
        return blocks
    for place in told:
        blocks[place] = replace(blocks[place], kind=CAPTION)
    return blocks


def is_told_by_credit(block, following):
    is_short = block.kind == PARAGRAPH and len(block.text) <= LONGEST_CAPTION and not dateline_of(block.text)
    return is_short and "。" not in block.text[:-1] and following.kind == PHOTO_CREDIT


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
    elif pair and pair[0].kind == PARAGRAPH and len(pair) > 1 and is_headline_without_stop(*pair):
        blocks[first] = replace(pair[0], kind=HEADING)
    return blocks


def is_headline_without_stop(block, following):
    """A short line that has clauses as a sentence has, but no full stop, above a heading or a text."""
    if following.kind not in (HEADING, PARAGRAPH, CREDIT) or dateline_of(block.text):
        return False
    if block.text[-1] in ",、" and following.kind != HEADING:
        return False
    return bool(BROKEN_OFF.fullmatch(block.text)) and not any(doubt.code == JOINED for doubt in block.doubts)


def with_dialogue(blocks):
    """问: and 答:, or two names by turns: what they say is text, however short."""
    blocks = list(blocks)
    turns = Counter(found[1] for block in blocks if block.kind != NOTE and (found := SPEAKS.match(block.text)))
    speakers = {speaker for speaker, said in turns.items() if said > 1}
    if len(speakers) < 2 or sum(turns[speaker] for speaker in speakers) < FEWEST_TURNS:
        return blocks
    return [
        replace(block, kind=PARAGRAPH)
        if block.kind == HEADING and (found := SPEAKS.match(block.text)) and found[1] in speakers
        else block
        for block in blocks
    ]


def with_peeled_heading(blocks):
    """A first line that holds heading and text both, at the head of a page or below a headline."""
    blocks = list(blocks)
    first = next((place for place, block in enumerate(blocks) if block.kind not in (PAGE_HEAD, HEADING)), len(blocks))
    if first == len(blocks) or PRINTED_AT.match(blocks[first].text) or blocks[first].kind != PARAGRAPH:
        return blocks
    strand = blocks[first].strand
    at = text_begins(strand.folded, is_first=first == 0 or blocks[first - 1].kind == PAGE_HEAD)
    if not at:
        return blocks
    text = replace(blocks[first], strand=strand.cut(at, len(strand.folded)))
    return [*blocks[:first], Block(strand.cut(0, at), HEADING), text, *blocks[first + 1 :]]


def text_begins(text, is_first):
    """Behind headings that run into it, a space apart: at a dateline, or on a bare page at the time of the news."""
    if dateline_of(text):
        return 0
    for space in islice(SPACES.finditer(text, 1, LONGEST_HEADINGS), MOST_PEELED):
        if "。" not in text[: space.start()] and dateline_of(text[space.end() :]):
            return space.end()
    peeled = PEELED.match(text) if is_first else None
    return peeled.end() if peeled and NEWS_BEGINS.match(text, peeled.end()) else 0
