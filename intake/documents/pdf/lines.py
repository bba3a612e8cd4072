"""Glyphs to lines. What follows in the file mostly stands beside; the rest is put together by its place."""

from collections import Counter
from itertools import pairwise

from intake.documents.pdf.runs import Run, run_of, text_of
from intake.documents.pdf.shapes import ASCENT, DESCENT, Line
from intake.documents.pdf.spread import spread
from intake.documents.pdf.upright import without_upright

SAME_BASE = 0.3  # of the type's size, as all measures here
WIDEST_GAP, WIDEST_GAP_OF_HEADLINES = 0.9, 2.4
WIDEST_SPACE = 2.5  # where no column begins
HEADLINE = 1.6  # times the size of the text: type that may be spaced widely
NARROWEST_GUTTER = 0.5
EDGE = 3.0  # points
OVERLAP = 0.15  # of letters that stand closely
MOST_BROKEN = 0.5  # runs for each glyph


def lines_of(glyphs, drawing, usual):
    runs = list(runs_of(glyphs, drawing, usual))
    if len(runs) > MOST_BROKEN * len(glyphs):
        runs = list(runs_of(in_rows(glyphs), drawing, usual))
    runs = [run for run in runs if run.has_words()]
    runs, upright = without_upright(runs)
    runs = spread(runs, usual * HEADLINE)
    begins, edges = shared_places(runs, "left"), shared_places(runs, "left", "reach")
    parts = [part for run in runs for part in parted(run, begins) if part.has_words()]
    lines = [line_of(run) for run in merged(parts, drawing, edges)]
    return sorted(lines + upright, key=lambda line: (line.top, line.left))


def in_rows(glyphs):
    """Line by line from the left, where the file has its glyphs in no order."""
    rows = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.base):
        if rows and glyph.base - rows[-1][0].base <= SAME_BASE * glyph.size:
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return [glyph for row in rows for glyph in sorted(row, key=lambda glyph: glyph.left)]


def runs_of(glyphs, drawing, usual):
    run = Run()
    for glyph in glyphs:
        if run.glyphs and not follows(run, glyph, drawing, usual):
            yield run
            run = Run()
        run.add(glyph)
    if run.glyphs:
        yield run


def follows(run, glyph, drawing, usual):
    size = max(run.size, glyph.size)
    if abs(glyph.base - run.base) > SAME_BASE * size or not 0.72 < glyph.size / run.size < 1.39:
        return False
    gap = glyph.left - run.reach
    widest = WIDEST_GAP_OF_HEADLINES if run.size > usual * HEADLINE else WIDEST_GAP
    if not -0.6 * size <= gap <= widest * size:
        return False
    return gap < 0.2 * size or not drawing.parts_beside(run.reach, glyph.left, glyph.base - size / 3)


def shared_places(runs, *sides):
    """Where columns begin, or end: places that several long runs share."""
    long = [run for run in runs if len(run.glyphs) > 6]
    counts = Counter(round(getattr(run, side) / EDGE) for run in long for side in sides)
    return {near for step, count in counts.items() if count > 2 for near in (step - 1, step, step + 1)}


def parted(run, begins):
    """Two headlines beside each other, each as wide as its story: one wide gap, and a column begins behind it."""
    gaps = [glyph.left - before.right for before, glyph in pairwise(run.glyphs)]
    widest = max(gaps, default=0.0)
    place = gaps.index(widest) + 1 if gaps else 0
    others = sorted(gaps)[-2] if len(gaps) > 1 else 0.0
    stands_out = widest >= NARROWEST_GUTTER * run.size and others <= widest / 2
    if stands_out and round(run.glyphs[place].left / EDGE) in begins:
        return [run_of(run.glyphs[:place]), run_of(run.glyphs[place:])]
    return [run]


def merged(runs, drawing, edges):
    """Pieces of one line that were not written one after the other."""
    rows = []
    for run in sorted(runs, key=lambda run: run.base):
        if rows and run.base - rows[-1][0].base <= SAME_BASE * min(run.size, rows[-1][0].size):
            rows[-1].append(run)
        else:
            rows.append([run])
    for row in rows:
        row.sort(key=lambda run: run.left)
        joined = [row[0]]
        for run in row[1:]:
            if fits_into(joined[-1], run):
                joined[-1].glyphs = by_place(joined[-1], run)
                joined[-1].reach = max(joined[-1].reach, run.reach)
            elif belongs_beside(joined[-1], run, drawing, edges):
                joined[-1].glyphs += run.glyphs
                joined[-1].reach = max(joined[-1].reach, run.reach)
            else:
                joined.append(run)
        yield from joined


def fits_into(run, other):
    """Figures and Latin words are often written after all the Han: they stand in the holes of its line, and it in
    theirs."""
    if other.left > run.reach - OVERLAP * run.size or not 0.66 < other.size / run.size < 1.5:
        return False
    both = by_place(run, other)
    return all(after.left > before.right - OVERLAP * run.size for before, after in pairwise(both))


def by_place(run, other):
    return sorted(run.glyphs + other.glyphs, key=lambda glyph: glyph.left)


def belongs_beside(run, other, drawing, edges):
    if run.is_spread or other.is_spread:
        return False
    gap, size = other.left - run.reach, min(run.size, other.size)
    at_edge = round(run.reach / EDGE) in edges or round(other.left / EDGE) in edges
    widest = NARROWEST_GUTTER if at_edge else WIDEST_SPACE
    if not 0.66 < other.size / run.size < 1.5 or not -0.6 * size < gap < widest * size:
        return False
    return gap < 0.2 * size or not drawing.parts_beside(run.reach, other.left, run.base - size / 3)


def line_of(run):
    glyphs = run.glyphs
    seen = [place for place, glyph in enumerate(glyphs) if not glyph.sign.isspace()]
    glyphs = glyphs[seen[0] : seen[-1] + 1]
    right = max(glyph.right for glyph in glyphs)
    size = sum(glyph.size for glyph in glyphs) / len(glyphs)
    text = "".join(glyph.sign for glyph in glyphs) if run.is_spread else text_of(glyphs)
    return Line(glyphs[0].left, run.base - ASCENT * size, right, run.base + DESCENT * size, text, run.base, size)
