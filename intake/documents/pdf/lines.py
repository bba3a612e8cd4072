"""Glyphs to lines. What follows in the file mostly stands beside; the rest is put together by its place."""

from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from intake.documents.pdf.glyphs import Glyph
from intake.documents.pdf.shapes import Line

SAME_BASE = 0.3  # of the type's size, as all measures here
WIDEST_GAP, WIDEST_GAP_OF_HEADLINES = 0.9, 2.4
WIDEST_SPACE = 2.5  # where no column begins
HEADLINE = 1.6  # times the size of the text: type that may be spaced widely
NARROWEST_GUTTER = 0.5
EDGE = 3.0  # points
ASCENT, DESCENT = 0.88, 0.12


@dataclass(slots=True)
class Run:
    """Glyphs on one base line. reach is where its last glyph ends, a space included."""

    glyphs: list[Glyph] = field(default_factory=list)
    size: float = 0.0
    base: float = 0.0
    reach: float = 0.0

    def add(self, glyph):
        if not self.glyphs:
            self.size, self.base = glyph.size, glyph.base
        self.glyphs.append(glyph)
        self.reach = max(self.reach, glyph.right)

    @property
    def left(self):
        return self.glyphs[0].left

    def has_words(self):
        return any(not glyph.sign.isspace() for glyph in self.glyphs)


def usual_size(glyphs):
    """The size that most of the text is set in."""
    counts = {}
    for glyph in glyphs:
        size = round(glyph.size, 1)
        counts[size] = counts.get(size, 0) + 1
    return max(counts, key=counts.__getitem__, default=10.0)


def lines_of(glyphs, drawing, usual):
    runs = [run for run in runs_of(glyphs, drawing, usual) if run.has_words()]
    runs, upright = without_upright(runs)
    begins, edges = shared_places(runs, "left"), shared_places(runs, "left", "reach")
    parts = [part for run in runs for part in parted(run, begins) if part.has_words()]
    lines = [line_of(run) for run in merged(parts, drawing, edges)]
    return sorted(lines + upright, key=lambda line: (line.top, line.left))


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


def without_upright(runs):
    """Runs of one glyph, each below the one before, are a line set from top to bottom."""
    rest, lines, stack = [], [], []
    for run in [*runs, None]:
        if stack and (run is None or not is_below(stack[-1], run)):
            if len(stack) >= 3:
                lines.append(upright_line(stack))
            else:
                rest += stack
            stack = []
        if run is not None and len(run.glyphs) == 1 and run.glyphs[0].sign > "\u2e80":
            stack.append(run)
        elif run is not None:
            rest.append(run)
    return rest, lines


def is_below(above, run):
    if len(run.glyphs) != 1 or not 0.9 < run.size / above.size < 1.1:
        return False
    aside = abs(run.left + run.reach - above.left - above.reach) / 2
    return aside < 0.25 * run.size and 0.8 < (run.base - above.base) / run.size < 1.7


def upright_line(stack):
    first, last, size = stack[0], stack[-1], stack[0].size
    text = "".join(run.glyphs[0].sign for run in stack)
    left, right = min(run.left for run in stack), max(run.reach for run in stack)
    return Line(
        left, first.base - ASCENT * size, right, last.base + DESCENT * size, text, last.base, size, upright=True
    )


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


def run_of(glyphs):
    run = Run()
    for glyph in glyphs:
        run.add(glyph)
    return run


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
            if belongs_beside(joined[-1], run, drawing, edges):
                joined[-1].glyphs += run.glyphs
                joined[-1].reach = max(joined[-1].reach, run.reach)
            else:
                joined.append(run)
        yield from joined


def belongs_beside(run, other, drawing, edges):
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
    return Line(
        glyphs[0].left, run.base - ASCENT * size, right, run.base + DESCENT * size, text_of(glyphs), run.base, size
    )


def text_of(glyphs):
    pieces = [glyphs[0].sign]
    for before, glyph in pairwise(glyphs):
        latin = before.sign.isascii() and glyph.sign.isascii()
        if (
            glyph.left - before.right > (0.22 if latin else 0.45) * glyph.size
            and not (before.sign + glyph.sign).isspace()
        ):
            pieces.append("" if before.sign.isspace() or glyph.sign.isspace() else " ")
        pieces.append(glyph.sign)
    return "".join(pieces)
