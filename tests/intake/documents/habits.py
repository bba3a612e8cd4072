"""More pages of a newspaper: the small habits of those who set them."""

from tests.intake.documents.layouts import HEAD, block
from tests.intake.documents.newspaper import BOTTOM, GUTTER, LEADING, SIZE, TOP, Newspaper


def opened(seed, columns):
    page = Newspaper(seed, columns)
    page.page_head(*HEAD)
    return page


def centred(page, story, text, left, right, top, size, **how):
    x = (page.x(left) + page.far(right) - size * len(text)) / 2
    return page.head(story, text, x, top, size, **how)


def centred_heads(seed=21):
    """Headlines in the middle above their columns, some with all three parts."""
    page = opened(seed, 6)
    for left, right, top, bottom in [(0, 3, TOP, 760), (3, 6, TOP, 760), (0, 4, 790, BOTTOM), (4, 6, 790, BOTTOM)]:
        story = page.begin()
        y = centred(page, story, page.writer.words(11), left, right, top, 13, part="kicker") + 7
        y = centred(page, story, page.writer.words(8), left, right, y, 30) + 7
        y = centred(page, story, page.writer.words(13), left, right, y, 12, part="subheadline") + 8
        page.fill(story, [(page.x(column), y, bottom) for column in range(left, right)])
    return page


def two_line_heads(seed=22):
    page = opened(seed, 5)
    for left, right, top, bottom in [(0, 2, TOP, 780), (2, 5, TOP, 780), (0, 5, 810, BOTTOM)]:
        story, lines = page.begin(), [page.writer.words(9), page.writer.words(9)]
        y = page.head(story, lines[0], page.x(left), top, 32) + 6
        y = page.head(story, lines[1], page.x(left), y, 32) + 10
        story.heads, story.parts = [" ".join(lines)], ["headline"]  # a line and the next, a space between
        page.fill(story, [(page.x(column), y, bottom) for column in range(left, right)])
    return page


def spaced_heads(seed=23):
    """Headlines spread over their columns, letter by letter."""
    page = opened(seed, 6)
    for left, right, top, bottom in [(0, 2, TOP, 780), (2, 6, TOP, 780), (0, 3, 810, BOTTOM), (3, 6, 810, BOTTOM)]:
        story, width = page.begin(), page.far(right) - page.x(left)
        text = page.writer.words(6)
        y = page.head(story, text, page.x(left), top, 34, spacing=(width - 6 * 34) / 5) + 10
        page.fill(story, [(page.x(column), y, bottom) for column in range(left, right)])
    return page


def subheads(seed=24):
    """小标题 in the text, a little larger, in the middle of the column, white above and below."""
    page = opened(seed, 5)
    for left, right, top, bottom in [(0, 3, TOP, 780), (3, 5, TOP, 780), (0, 5, 810, BOTTOM)]:
        story = page.begin()
        y = page.head(story, page.writer.words(9), page.x(left), top, 30) + 8
        for column in range(left, right):
            middle = y + LEADING * (6 + column)
            page.fill(story, [(page.x(column), y, middle)])
            text = page.writer.words(6)
            x = page.x(column) + (page.measure - 10 * len(text)) / 2
            page.sheet.line(text, x, middle + LEADING + 8, 10)
            story.texts.append(text)
            page.fill(story, [(page.x(column), middle + 2.5 * LEADING, bottom)])
    return page


def named_writers(seed=25):
    """Who wrote it, between headline and text, and behind it."""
    page = opened(seed, 6)
    for left, right, top, bottom in [(0, 3, TOP, 780), (3, 6, TOP, 780), (0, 6, 810, BOTTOM)]:
        story = page.begin()
        y = page.head(story, page.writer.words(9), page.x(left), top, 30) + 8
        page.sheet.line("□本报记者 林岚 通讯员 何青", page.x(left), y + 8, SIZE)
        story.texts.append("□本报记者 林岚 通讯员 何青")
        page.fill(story, [(page.x(column), y + 20, bottom) for column in range(left, right)])
    return page


def boxed_by_lines(seed=27):
    page = opened(seed, 5)
    block(page, 0, 3, TOP, 780)
    left, right = page.x(3), page.far(5)
    for rule in ((left, TOP, right, TOP), (left, 780, right, 780), (left, TOP, left, 780), (right, TOP, right, 780)):
        page.sheet.rule(*rule)
    story, width = page.begin(), (right - left - 20 - GUTTER) / 2
    y = page.head(story, page.writer.words(8), left + 10, TOP + 12, 26) + 8
    page.fill(story, [(left + 10, y, 768), (left + 10 + width + GUTTER, y, 768)], width=width)
    block(page, 0, 5, 810, BOTTOM)
    for column in (1, 2, 3, 4):
        page.sheet.rule(page.x(column) - GUTTER / 2, 850, page.x(column) - GUTTER / 2, BOTTOM)
    return page


def tinted(seed=28):
    """A story on a tinted ground, wider columns than those around it."""
    page = opened(seed, 6)
    block(page, 0, 2, TOP, BOTTOM)
    left, right = page.x(2), page.far(6)
    page.sheet.ground(left, TOP, right, 700)
    story, width = page.begin(), (right - left - 30 - 2 * GUTTER) / 3
    y = page.head(story, page.writer.words(12), left + 15, TOP + 15, 36) + 10
    page.fill(story, [(left + 15 + column * (width + GUTTER), y, 685) for column in range(3)], width=width)
    block(page, 2, 6, 730, BOTTOM)
    return page


def beside_photo(seed=29):
    """Text in half a column beside a photo."""
    page = opened(seed, 4)
    story = page.begin()
    y = page.head(story, page.writer.words(12), page.x(0), TOP, 34) + 8
    page.fill(story, [(page.x(0), y, 780), (page.x(1), y, 300)])
    half = (page.measure - GUTTER) / 2
    page.photo(story, page.x(1) + half + GUTTER, 310, page.far(2), 470)
    page.fill(story, [(page.x(1), 310, 480)], width=half)
    page.fill(story, [(page.x(1), 490, 780), (page.x(2), y, 780), (page.x(3), y, 780)])
    block(page, 0, 4, 810, BOTTOM)
    return page


def leader(seed=30):
    """评论: one story in larger type, two wide columns."""
    page = opened(seed, 6)
    page.size = 11
    story = page.begin()
    y = page.head(story, page.writer.words(10), page.x(0), TOP, 34) + 10
    width = (page.far(3) - page.x(0) - GUTTER) / 2
    page.fill(story, [(page.x(0), y, 780), (page.x(0) + width + GUTTER, y, 780)], width=width)
    page.size = SIZE
    block(page, 3, 6, TOP, 780)
    block(page, 0, 6, 810, BOTTOM)
    return page


HABITS = {
    "centred heads": centred_heads,
    "two-line heads": two_line_heads,
    "spaced heads": spaced_heads,
    "subheads": subheads,
    "named writers": named_writers,
    "boxed by lines": boxed_by_lines,
    "tinted": tinted,
    "beside photo": beside_photo,
    "leader": leader,
}
