"""引题, 主题 and 副题: which line above a story is which.

A kicker leads in and is as long as its headline or longer; a subheadline explains and is longer still. Two parts on
one line stand a space apart. The rules compare lengths of words (Han, letters, digits), never of marks.
"""

import re
from typing import NamedTuple

from bylines.roles import ENDS_AS_A_BODY
from intake.reading.strands import Strand

LONGER = 1.3  # a kicker is longer than its headline by this much, on one line of a page
AS_LONG = 1.2  # on a line of its own it need not be: below a kicker stands no line much longer
# A web page prints both halves of a headline on one line: only a full headline has its subheadline there.
MUCH_LONGER, LONG_ENOUGH = 1.5, 18
SHORTEST_PART = 10  # on one line, shorter segments are two halves of one headline
SLOGANS = re.compile(
    "喜迎|学习贯彻|贯彻落实|新征程|开新局|奋进|二十大|十八大|十九大|走基层|主题教育|专栏|系列报道|特别报道|专题|特刊|连载|"
    "新时代.{0,6}新|我们的节日|进行时|一线见闻|在行动|风采录|大家谈"
)
# A short line that names a place in the paper rather than the news: 一线观察, 工会短波.
RUBRIC = re.compile(
    r"\w{2,8}(?:观察|视点|纵横|聚焦|追踪|短波|速递|传真|动态|论坛|时评|快评|评论|风采|人物|故事|天地|园地|之窗|驿站|札记|随笔|记录|信箱|连线|"
    r"直通车|进行时|大家谈|现场|访谈|特写|声音|在线|新闻眼|微评)"
)
DASH = re.compile(r"(?<=\S)\s*—{2,}\s*(?=\S)")
GLUED = re.compile(r"[,、:]\s+")


class Heading(NamedTuple):
    column: list[Strand]
    kicker: list[Strand]
    headline: list[Strand]
    subheadline: list[Strand]


def size(text):
    return len(re.findall(r"\w", text))


def heading_of(strands, from_page=True, from_print=True):
    """The parts of a heading from its lines, each a strand, top to bottom.

    from_page: one story of several, whose lines may stand for printed ones; a story that comes alone has its lines as
    its source gave them. from_print: text extraction broke sentences on that page, and so ran printed lines together.
    """
    column, lines = column_and_rest(strands)
    if len(lines) == 1:
        return Heading(column, *parts_of_line(lines[0], from_page, from_print))
    return Heading(column, *parts_of_lines(lines))


def column_and_rest(strands):
    """A slogan of several parts above a heading is the name of a running column."""
    if len(strands) > 1 and (is_slogan(strands[0]) or RUBRIC.fullmatch(strands[0].folded)):
        return strands[:1], strands[1:]
    return [], strands


def is_slogan(strand):
    return SLOGANS.search(strand.folded) and len(segments(strand)) > 1


def parts_of_lines(lines):
    first, second = lines[0], lines[1]
    if first.folded[-1] in ",、":
        return [], [first, second], lines[2:]
    if is_kicker(first, second) or are_of_one_length(lines):
        return [first], [second], lines[2:]
    return [], [first], lines[1:]


def are_of_one_length(lines):
    """Three lines of one length, none a half of another: kicker, headline and subheadline."""
    sizes = [size(line.folded) for line in lines]
    return len(lines) == 3 and max(sizes) - min(sizes) <= 1 and min(sizes) >= SHORTEST_PART


def is_kicker(first, second):
    above, below = first.folded, second.folded
    if below.startswith("—") or ":" in above or second.layout["indent"] > first.layout["indent"]:
        return False
    if (body := ENDS_AS_A_BODY.fullmatch(below)) and body["sure"]:
        return False  # the name of a body is no headline: its line goes on in the next
    return AS_LONG * size(above) > size(below)


def parts_of_line(line, from_page, from_print):
    if (dash := DASH.search(line.folded)) and size(line.folded[dash.end() :]) >= SHORTEST_PART - 4:
        return [], [line.cut(0, dash.start())], [line.cut(dash.start(), len(line.folded))]
    parts = segments(line)
    if len(parts) == 2:
        return parts_of_two(line, parts, from_page, from_print)
    if len(parts) == 3:
        return parts_of_three(line, *parts)
    return [], [line], []


def segments(line):
    """The parts of a line that stand a space apart; a space behind a comma parts nothing."""
    text = GLUED.sub(lambda found: found[0][0] * len(found[0]), line.folded)
    return [line.cut(*found.span()) for found in re.finditer(r"\S+(?: (?=[A-Za-z])\S+)*", text)]


def parts_of_two(line, parts, from_page, from_print):
    first, second = parts
    ahead, behind = size(first.folded), size(second.folded)
    if min(ahead, behind) >= SHORTEST_PART:
        if from_page:
            if ahead >= LONGER * behind:
                return [first], [second], []
            return ([], [first], [second]) if from_print or behind >= LONGER * ahead else ([], [line], [])
        explains = ahead >= LONG_ENOUGH and ahead >= MUCH_LONGER * behind
        return ([], [first], [second]) if explains else ([], [line], [])
    if widely_spaced(line) and behind >= 2 * ahead:
        return [first], [second], []
    return [], [line], []


def parts_of_three(line, first, second, third):
    sizes = [size(part.folded) for part in (first, second, third)]
    upper = line.cut(0, line.folded.index(second.folded, len(first.folded)) + len(second.folded))
    lower = line.cut(len(first.folded), len(line.folded))
    if sizes[2] >= SHORTEST_PART and sizes[2] >= 2 * max(sizes[:2]):
        return [upper], [third], []
    if sizes[0] >= 8 and sizes[2] >= 8:
        return [], [first], [lower]
    return [], [line], []


def widely_spaced(line):
    return bool(re.search(r"\S {2,}\S", line.folded))
