"""From physical lines to paragraphs: hard-wrapped lines are joined, paragraphs run together on one line are parted."""

import re
from collections import Counter
from itertools import pairwise
from statistics import mode
from typing import NamedTuple

from bylines.finding import alone
from intake.reading.strands import Strand

WIDE = re.compile("[\u2014\u2018-\u201d\u2026\u2e80-\uffe6\U00020000-\U0003ffff]")
SENTENCE_OVER = re.compile(r"[。!?！？”）)]$")
# 新民晚报 and others run all paragraphs together with an indent's width of spaces between them.
INDENT_INSIDE = re.compile(r"(?<=\S)(?:[ \u00a0]{4,}|[ \u00a0]*\u3000\u3000[ \u00a0\u3000]*|\t+)(?=\S)")
NARROWEST_COLUMN, WIDEST_COLUMN = 30, 110
SLACK = 5  # columns: a mark that may not begin a line, and a lost indent
LONGEST_HEADING = 60


class Line(NamedTuple):
    start: int
    end: int
    indent: int
    width: int
    blanks: int  # empty lines before it

    @property
    def reach(self):
        return self.indent + self.width


def paragraphs(page):
    """The strands of a page: one for each paragraph, heading or line of credits."""
    for group in groups_of_lines(page):
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
    for line in physical_lines(page):
        if group and (line.blanks or is_wide(line) or is_wide(group[-1])):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def is_wide(line):
    return line.reach > WIDEST_COLUMN


def unwrapped(group, page):
    """The lines of a group, those of one hard-wrapped paragraph together."""
    edges = column_edges(group, page)
    if not edges:
        return [[line] for line in group]
    margin = mode(line.indent for line in group)
    paragraphs = [[group[0]]]
    for before, line in pairwise(group):
        if is_full(before, edges) and line.indent < margin + 2:
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return paragraphs


def column_edges(group, page):
    """Where the lines of hard-wrapped columns end, or nothing: most reach an edge, and not at the end of a sentence."""
    edges = edges_of([line.reach for line in group])
    full = [line for line in group if is_full(line, edges)]
    if len(group) < 3 or len(full) * 2 < len(group):
        return []
    ended = sum(1 for line in full if SENTENCE_OVER.search(page.folded, line.start, line.end))
    return [] if ended * 2 > len(full) else edges


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
    """A line that holds several paragraphs, an indent's width apart."""
    gaps = list(INDENT_INSIDE.finditer(strand.raw))
    if not gaps or len(strand.folded) <= LONGEST_HEADING or alone(strand.folded):
        return [strand]
    edges = [0, *(gap.end() for gap in gaps), len(strand.folded)]
    first, *others = (strand.cut(start, end) for start, end in pairwise(edges))
    return [first, *(Strand(other.page, other.runs, blanks=0, indent=0) for other in others)]
