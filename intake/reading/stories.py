"""Where one story ends and the next begins: a heading opens a story, or parts the text of the one it stands in."""

from dataclasses import replace

from bylines.finding import alone
from bylines.names import is_strongly
from intake.reading.blocks import COLUMN, CREDIT, HEADING, is_rubric
from intake.reading.headlines import size
from intake.reading.signs import Page, opens_story
from intake.reading.story_blocks import StoryBlocks, writers

SHORTEST_SUBHEADLINE = 4
LONGEST_NAME_LINE = 12
MOST_LINES = 5  # of kicker, headline and subheadline together


def stories_of(blocks, known=frozenset()):
    """The blocks of each story, headings apart; blocks are those of the page without its page heads."""
    stories, place, page = [], 0, Page.of(blocks, known)
    while place < len(blocks):
        if stories and signs_last_story(blocks, place, stories[-1], known):
            stories[-1].blocks.append(as_credit(blocks[place], known))
            place += 1
        group = heading_group(blocks, place)
        if group and (not stories or opens_story(group, stories[-1], blocks, place, page, known)):
            openings = stories[-1].give_up_openings() if stories else []
            stories.append(StoryBlocks([], openings))
            take_heading(stories[-1], group, known)
        elif group and stories[-1].awaits_heading():
            take_heading(stories[-1], group, known)
        else:
            stories = stories or [StoryBlocks()]
            stories[-1].blocks += group or blocks[place : place + 1]
        place += len(group) or 1
    return stories


def take_heading(story, group, known):
    heading, rest = own_heading(group, known)
    story.heading += heading
    story.blocks += rest


def as_credit(block, known):
    return replace(block, kind=CREDIT, found=alone(block.text, known, bare=True))


def signs_last_story(blocks, place, story, known):
    """A name on a line of its own below a story, with more room below it than above, or plainly a person's."""
    pair = blocks[place : place + 2]
    if len(pair) < 2 or {block.kind for block in pair} != {HEADING} or not story.has_text():
        return False
    text = pair[0].text
    found = alone(text, known, bare=True) if len(text) <= LONGEST_NAME_LINE else None
    if not writers(found) or found.line.unsure:
        return False
    return pair[1].blanks > pair[0].blanks or is_strongly([text])


def heading_group(blocks, place):
    end = place
    while end < len(blocks) and blocks[end].kind in (HEADING, COLUMN):
        end += 1
    return blocks[place:end]


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
