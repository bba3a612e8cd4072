"""The signs by which a heading in the middle of a page is a new story's headline, and no subhead. They are weighed."""

import re
from itertools import pairwise
from typing import NamedTuple

from bylines.edges import PRINTED_AT
from bylines.finding import at_head, at_tail
from intake.reading.blocks import CAPTION, COLUMN, CREDIT, HEADING, JUMP, JUMP_AT_HEAD, NOTE, PARAGRAPH, PHOTO_CREDIT
from intake.reading.captions import LONGEST_CAPTION, is_of_picture
from intake.reading.datelines import dateline_of
from intake.reading.headlines import size
from intake.reading.story_blocks import is_opening, writers

DATE = r"(?:\d{4}年)?\d{1,2}月\d{1,2}日|\d{1,2}日"
DAY = rf"近日|日前|昨[天日晚]|今[天日晨晚]|前[天日]|近期|连日来|上周|本周|这几天|眼下|{DATE}"
NEWS_BEGINS = re.compile(rf"(?:记者)?(?:{DAY})|据[^。,]{{2,20}}(?:报道|消息)|\[[^\[\]]{{2,12}}报道\]")
OPENS = 3.0
OF_SEVERAL, OF_ONE = 0.5, 0.0  # a page with several signed stories has more headlines than subheads
SIGNED_BELOW = 4.0
LENGTHS = ((8, -0.5), (13, 0.0), (16, 0.5), (19, 2.0))  # up to so many words of a heading; more weigh most


class Page(NamedTuple):
    """What is known of a page as a whole before it is parted."""

    is_tight: bool  # paragraphs follow each other without empty lines, so that one before a heading means something
    leaning: float  # towards headlines

    @classmethod
    def of(cls, blocks, known):
        pairs = list(pairwise(blocks))
        follow = [block.blanks == 0 for before, block in pairs if {before.kind, block.kind} == {PARAGRAPH}]
        openings = sum(before.kind in (HEADING, COLUMN) and is_signed(block, known) for before, block in pairs)
        return cls(len(follow) > 1 and sum(follow) >= 0.8 * len(follow), OF_SEVERAL if openings > 1 else OF_ONE)


def opens_story(group, story, blocks, place, page, known):
    """Weigh the signs that this heading is a new story's and no subhead."""
    if not story.has_text():
        return False
    behind = blocks[place + len(group)] if place + len(group) < len(blocks) else None
    weight = story.signs_of_end(known) + 3.0 * is_opening(story.blocks[-1])
    weight += 1.0 * (len(group) > 1) + 2.0 * (group[0].kind == COLUMN) + max(map(sign_of_length, group))
    weight += (
        signs_below(behind, known)
        + 1.0 * are_pictures(blocks[place + len(group) : place + len(group) + 2], known)
        + signs_of_layout(group, behind, page.is_tight)
        + page.leaning
    )
    below, above = writers_below(blocks, place + len(group), known), story.writers_above(known)
    return weight + signs_of_writers(above, below, signs_below(behind, known)) >= OPENS


def signs_of_writers(above, below, sign_below):
    """A signed story's next heading parts its text, unless somebody else signs what follows."""
    if above and below and below.isdisjoint(above):
        return 4.0
    return -2.0 if above and below <= above and sign_below < (SIGNED_BELOW if below else 0) else 0.0


def writers_below(blocks, place, known):
    """Who is named behind the text below a heading, up to the next one."""
    names = set()
    while place < len(blocks) and blocks[place].kind not in (HEADING, COLUMN):
        block = blocks[place]
        if block.kind == CREDIT:
            names = names or writers(block.found)
        elif block.kind == PARAGRAPH:
            names = writers(at_tail(block.text, known))
        place += 1
    return names


def signs_below(behind, known):
    """What follows a headline: a dateline or credits, a photo, the time of the news."""
    if behind is None:
        return -3.0
    if is_signed(behind, known):
        return SIGNED_BELOW
    if JUMP_AT_HEAD.match(behind.text) or (behind.kind == JUMP and "上接" in behind.text):
        return 4.0
    if is_story_by_itself(behind, known):
        return SIGNED_BELOW
    if behind.kind in (CAPTION, PHOTO_CREDIT, NOTE) or is_captioned(behind, known):
        return 2.0
    return 2.0 if NEWS_BEGINS.match(behind.text) else -1.0


def is_story_by_itself(block, known):
    """A paragraph that begins with the time of the news and ends with who brought it."""
    is_news = block.kind == PARAGRAPH and NEWS_BEGINS.match(block.text)
    return bool(is_news and (found := at_tail(block.text, known)) and found.start)


def are_pictures(blocks, known):
    """Two pictures, each with its few words: a story of pictures begins."""
    return len(blocks) > 1 and all(block.kind == CAPTION or is_captioned(block, known) for block in blocks[:2])


def is_captioned(block, known):
    """A short text with the credit of its picture behind it."""
    is_short = block.kind == PARAGRAPH and len(block.text) <= LONGEST_CAPTION
    found = at_tail(block.text, known) if is_short else None
    return bool(found) and is_of_picture(found.line)


def is_signed(block, known):
    """A dateline or credits stand at its beginning."""
    if block.kind == CREDIT or dateline_of(block.text) or PRINTED_AT.match(block.text):
        return True
    return block.kind == PARAGRAPH and bool(at_head(block.text, known))


def signs_of_layout(group, behind, is_tight):
    """More room above a heading than between it and its text; more room than usual for a photo below it."""
    above, below = group[0].blanks, behind.blanks if behind else 0
    if above > below:
        return 3.0 if is_tight else 0.5
    return 1.0 if below > above > 0 or below >= 3 else 0.0


def sign_of_length(block):
    """Headlines are longer than most subheads."""
    words = size(block.text)
    return next((weight for longest, weight in LENGTHS if words <= longest), 4.0)
