"""From physical lines to paragraphs: hard-wrapped lines are joined, paragraphs run together on one line are parted."""

import re
from collections import Counter
from itertools import pairwise
from statistics import mode
from typing import NamedTuple

from bylines.finding import alone, at_head
from bylines.roles import ROLE_WORD
from intake.reading.datelines import dateline_of
from intake.reading.shapes import is_heading
from intake.reading.strands import Strand

WIDE = re.compile("[\u2014\u2018-\u201d\u2026\u2e80-\uffe6\U00020000-\U0003ffff]")
SENTENCE_OVER = re.compile(r"[。!?！？”）)]$")
# 新民晚报 and others run all paragraphs together with an indent's width of spaces between them.
INDENT_INSIDE = re.compile(r"(?<=\S)(?:[ \u00a0]{4,}|[ \u00a0]*\u3000\u3000[ \u00a0\u3000]*|\t+)(?=\S)")
# A headline and, behind a mark, its writers on one line.
BYLINE_BEHIND = re.compile(r"(?<=\S)\s+(?=[□■◆◇●]\s*(?:本[报刊网台社]|特约|记者|通讯员|文|图))")
LONGEST_BRACKET = 80
OPENED_AT_END = re.compile(
    rf"[(\[](?=\s*(?:本报|全媒体|首席|特约|实习|见习)*{ROLE_WORD})(?:[^()\[\]\n]|\n(?!\s*\n))*\Z"
)
CLOSED_AT_HEAD = re.compile(rf"(?:[^()\[\]\n。]|\n(?!\s*\n)){{0,{LONGEST_BRACKET}}}[)\]]")
NARROWEST_COLUMN, WIDEST_COLUMN = 30, 110
MOST_HEADINGS = 4
FEWEST_SPACED, MOSTLY = 6, 0.9
SLACK = 5  # columns: a mark that may not begin a line, and a lost indent
LONGEST_HEADING = 60
LONGEST_BYLINED = 120


class Line(NamedTuple):
    start: int
    end: int
    indent: int
    width: int
    blanks: int  # empty lines before it

    @property
    def reach(self):
        return self.indent + self.width


def paragraphs(page, wrapped=True):
    """The strands of a page: one for each paragraph, heading or line of credits. wrapped: lines may be parts of one."""
    for group in groups_of_lines(page) if wrapped else ([line] for line in physical_lines(page)):
        for lines in unwrapped(group, page):
            strand = Strand(
                page, [(line.start, line.end) for line in lines], blanks=lines[0].blanks, indent=lines[0].indent
            )
            yield from parted(strand)


def physical_lines(page):
    start, blanks = 0, 0
    for text in page.folded.split("\n"):
        words = text.strip()
        if not words:
            blanks += 1
        else:
            indent = len(text) - len(text.lstrip())
            begin = start + indent
            end = begin + len(words)
            yield Line(begin, end, columns(page.source[start:begin]), columns(page.source[begin:end]), blanks)
            blanks = 0
        start += len(text) + 1


def columns(text):
    return len(text) + len(WIDE.findall(text))


def groups_of_lines(page):
    """Lines between which no line is empty; one too wide for a column is a whole paragraph, and a group by itself."""
    group = []
    for line in without_spacing(list(physical_lines(page)), page):
        if group and (line.blanks or is_wide(line) or is_wide(group[-1])) and not leaves_open(group[-1], line, page):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def without_spacing(lines, page):
    """An empty line between all lines of hard-wrapped columns says nothing; where it says more, there are two."""
    apart = [line for line in lines[1:] if line.blanks]
    if len(lines) < FEWEST_SPACED or len(apart) < MOSTLY * (len(lines) - 1) or any(map(is_wide, lines)):
        return lines
    close = [line._replace(blanks=max(0, line.blanks - 1)) for line in lines]
    return close if column_edges(close, page) else lines


def leaves_open(before, line, page):
    """(记者 林岚 通讯员 何: a bracket of credits that one of the next lines closes."""
    if line.blanks:
        return False
    opened = OPENED_AT_END.search(page.folded, max(0, before.end - LONGEST_BRACKET), before.end)
    return bool(opened and CLOSED_AT_HEAD.match(page.folded, line.start))


def is_wide(line):
    return line.reach > WIDEST_COLUMN


def unwrapped(group, page):
    """The lines of a group, those of one hard-wrapped paragraph together."""
    edges = column_edges(group, page)
    margin, opening = mode(line.indent for line in group), opening_at(group, page) if edges else 0
    paragraphs = [[group[0]]]
    for number, (before, line) in enumerate(pairwise(group), start=1):
        goes_on = number > opening and is_full(before, edges) and line.indent < margin + 2
        if goes_on or leaves_open(before, line, page):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return paragraphs


def opening_at(group, page):
    """The line of a group that begins the text with a dateline or credits; the lines above it are headings."""
    for number, line in enumerate(group[: MOST_HEADINGS + 1]):
        text = page.folded[line.start : line.end]
        if dateline_of(text) or at_head(text) or alone(text):
            return number
    return 0


def column_edges(group, page):
    """Where the lines of hard-wrapped columns end, or nothing: most reach an edge, and not at the end of a sentence."""
    edges = edges_of([line.reach for line in group])
    full = [line for line in group if is_full(line, edges)]
    if len(group) < 3 or len(full) * 2 < len(group):
        return []
    if not any(breaks_sentence(before, line, edges, page) for before, line in pairwise(group)):
        return []
    ended = sum(1 for line in full if SENTENCE_OVER.search(page.folded, line.start, line.end))
    return [] if ended * 2 > len(full) else edges


def breaks_sentence(before, line, edges, page):
    """A full line that runs into the next: headings of one width do not."""
    text, following = page.folded[before.start : before.end], page.folded[line.start : line.end]
    if not is_full(before, edges) or SENTENCE_OVER.search(text) or line.reach > edges[0]:
        return False
    return "。" in following or not is_heading(text) or following[0] in ",。、;!?”)》"


def edges_of(reaches):
    """Several lines that reach equally far, give or take a full-width mark, show a column's edge."""
    few = 2 if len(reaches) < 6 else 3
    counts, edges = Counter(reaches), []
    for reach in sorted(counts, reverse=True):
        near = counts[reach] + counts[reach - 1] + counts[reach - 2]
        apart = not edges or reach < edges[-1] - SLACK
        if near >= few and apart and NARROWEST_COLUMN <= reach <= WIDEST_COLUMN:
            edges.append(reach)
    return edges


def is_full(line, edges):
    return any(edge - SLACK <= line.reach <= edge for edge in edges)


def parted(strand):
    """A line that holds several paragraphs, an indent's width apart, or a headline and its byline."""
    gaps = list(INDENT_INSIDE.finditer(strand.raw))
    if not gaps or len(strand.folded) <= LONGEST_HEADING or alone(strand.folded):
        return with_byline_apart(strand)
    edges = [0, *(gap.end() for gap in gaps), len(strand.folded)]
    first, *others = (strand.cut(start, end) for start, end in pairwise(edges))
    return [first, *(Strand(other.page, other.runs, blanks=0, indent=0) for other in others)]


def with_byline_apart(strand):
    mark = BYLINE_BEHIND.search(strand.folded, 0, LONGEST_BYLINED)
    found = alone(strand.folded[mark.end() :]) if mark and is_heading(strand.folded[: mark.start()]) else None
    if not found or not found.line.credits:
        return [strand]
    byline = strand.cut(mark.end(), len(strand.folded))
    return [strand.cut(0, mark.start()), Strand(byline.page, byline.runs, blanks=0, indent=0)]
