"""Where one story ends and the next begins: a heading opens a story, or parts the text of the one it stands in."""

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise

from bylines.credits import EDITOR
from bylines.edges import PRINTED_AT
from bylines.finding import alone, at_head, at_tail
from intake.reading.blocks import (
    CAPTION,
    COLUMN,
    CREDIT,
    HEADING,
    JUMP,
    JUMP_AT_HEAD,
    NOTE,
    OPENING_NOTES,
    PARAGRAPH,
    PHOTO_CREDIT,
    SOURCE,
    Block,
    is_rubric,
)
from intake.reading.captions import LONGEST_CAPTION
from intake.reading.datelines import dateline_of
from intake.reading.headlines import size

DATE = r"(?:\d{4}年)?\d{1,2}月\d{1,2}日|\d{1,2}日"
DAY = rf"近日|日前|昨[天日晚]|今[天日晨晚]|前[天日]|近期|连日来|上周|本周|这几天|眼下|{DATE}"
NEWS_BEGINS = re.compile(rf"(?:记者)?(?:{DAY})|据[^。,]{{2,20}}(?:报道|消息)|\[[^\[\]]{{2,12}}报道\]")
THE_END = re.compile(r"[(\[]\s*(?:完|续|全文完)\s*[)\]]?$")
OPENS = 3.0
SIGNED_BELOW = 4.0
LENGTHS = ((8, -0.5), (13, 0.0), (16, 0.5), (19, 2.0))  # up to so many words of a heading; more weigh most
SHORTEST_SUBHEADLINE = 4
LONGEST_NAME_LINE = 12
MOST_LINES = 5  # of kicker, headline and subheadline together


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
        texts = [other for other in self.blocks if other.kind == PARAGRAPH]
        return len(texts) > 1 and len(block.text) <= LONGEST_CAPTION


def is_opening(block):
    if block.kind == NOTE:
        return bool(OPENING_NOTES.match(block.text))
    return block.kind == SOURCE and bool(PRINTED_AT.match(block.text))


def writers(found):
    return {credit.name for credit in found.line.credits if credit.role != EDITOR} if found else set()


def stories_of(blocks, known=frozenset()):
    """The blocks of each story, headings apart; blocks are those of the page without its page heads."""
    stories, place, is_tight = [], 0, has_no_empty_lines(blocks)
    while place < len(blocks):
        if stories and signs_last_story(blocks, place, stories[-1], known):
            found = alone(blocks[place].text, known, bare=True)
            stories[-1].blocks.append(replace(blocks[place], kind=CREDIT, found=found))
            place += 1
        group = heading_group(blocks, place)
        if group and stories and stories[-1].awaits_heading():
            heading, rest = own_heading(group, known)
            stories[-1].heading += heading
            stories[-1].blocks += rest
        elif group and (not stories or opens_story(group, stories[-1], blocks, place, is_tight, known)):
            heading, rest = own_heading(group, known)
            openings = stories[-1].give_up_openings() if stories else []
            stories.append(StoryBlocks(heading, [*openings, *rest]))
        else:
            if not stories:
                stories.append(StoryBlocks())
            stories[-1].blocks += group or blocks[place : place + 1]
        place += len(group) or 1
    return stories


def is_bare_dateline(block):
    dateline = dateline_of(block.text)
    return bool(dateline) and dateline.resume == len(block.text)


def signs_last_story(blocks, place, story, known):
    """A name on a line of its own below a story, with more room below it than above."""
    pair = blocks[place : place + 2]
    if len(pair) < 2 or {block.kind for block in pair} != {HEADING} or pair[1].blanks <= pair[0].blanks:
        return False
    found = alone(pair[0].text, known, bare=True) if len(pair[0].text) <= LONGEST_NAME_LINE else None
    return bool(story.has_text() and writers(found)) and not found.line.unsure


def heading_group(blocks, place):
    end = place
    while end < len(blocks) and blocks[end].kind in (HEADING, COLUMN):
        end += 1
    return blocks[place:end]


def has_no_empty_lines(blocks):
    """Paragraphs follow each other without empty lines, so that one before a heading means something."""
    follow = [block.blanks == 0 for before, block in pairwise(blocks) if {before.kind, block.kind} == {PARAGRAPH}]
    return len(follow) > 1 and sum(follow) >= 0.8 * len(follow)


def opens_story(group, story, blocks, place, is_tight, known):
    """Weigh the signs that this heading is a new story's and no subhead."""
    if not story.has_text():
        return False
    behind = blocks[place + len(group)] if place + len(group) < len(blocks) else None
    weight = story.signs_of_end(known)
    weight += 1.0 * (len(group) > 1) + 2.0 * (group[0].kind == COLUMN)
    weight += signs_below(behind, known) + 3.0 * is_opening(story.blocks[-1])
    below, above = writers_below(blocks, place + len(group), known), story.writers_above(known)
    if below and above and below.isdisjoint(above):
        weight += 4.0
    if above and below <= above and signs_below(behind, known) < (SIGNED_BELOW if below else 0):
        weight -= 2.0  # a signed story's next heading parts it, unless somebody else signs what follows
    weight += signs_of_layout(group, behind, is_tight) + max(map(sign_of_length, group))
    return weight >= OPENS


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
    if behind.kind == CREDIT or dateline_of(behind.text) or (behind.kind == PARAGRAPH and at_head(behind.text, known)):
        return SIGNED_BELOW
    if JUMP_AT_HEAD.match(behind.text) or (behind.kind == JUMP and "上接" in behind.text):
        return 4.0
    if behind.kind in (CAPTION, PHOTO_CREDIT, NOTE):
        return 2.0
    return 2.0 if NEWS_BEGINS.match(behind.text) else -1.0


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


def own_heading(group, known):
    """The lines that are the headline's parts; below them may stand the author's name or the first subhead."""
    heading, rest = list(group[:MOST_LINES]), list(group[MOST_LINES:])
    while len(heading) > 1 and (below := below_headline(heading[-1], known)):
        rest.insert(0, below)
        heading.pop()
    return heading, rest


def below_headline(block, known):
    may_name = len(block.text) <= LONGEST_NAME_LINE and not is_rubric(block.text)
    found = alone(block.text, known, bare=True) if may_name else None
    if found and found.line.credits:
        return replace(block, kind=CREDIT, found=found)
    return block if size(block.text) < SHORTEST_SUBHEADLINE else None
