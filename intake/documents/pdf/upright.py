"""竖排: letters one below the other are a line that is read from top to bottom."""

from intake.documents.pdf.shapes import ASCENT, DESCENT, Line

FEWEST = 3
ASIDE = 0.25  # of the type's size, as the distances below
NEAREST, FARTHEST = 0.8, 1.7


def without_upright(runs):
    """The other runs, and the upright lines."""
    single, rest = [], []
    for run in runs:
        (single if len(run.glyphs) == 1 and run.glyphs[0].sign > "\u2e80" else rest).append(run)
    lines = []
    for stack in (stack for column in columns_of(single) for stack in stacks_of(column)):
        if len(stack) >= FEWEST:
            lines.append(line_of(stack))
        else:
            rest += stack
    return rest, lines


def columns_of(runs):
    """Those whose middles stand one below the other."""
    columns = []
    for run in sorted(runs, key=middle):
        if columns and middle(run) - middle(columns[-1][-1]) < ASIDE * run.size:
            columns[-1].append(run)
        else:
            columns.append([run])
    return columns


def middle(run):
    return (run.left + run.reach) / 2


def stacks_of(column):
    stacks = []
    for run in sorted(column, key=lambda run: run.base):
        if stacks and is_below(stacks[-1][-1], run):
            stacks[-1].append(run)
        else:
            stacks.append([run])
    return stacks


def is_below(above, run):
    return 0.9 < run.size / above.size < 1.1 and NEAREST < (run.base - above.base) / run.size < FARTHEST


def line_of(stack):
    first, last, size = stack[0], stack[-1], stack[0].size
    text = "".join(run.glyphs[0].sign for run in stack)
    left, right = min(run.left for run in stack), max(run.reach for run in stack)
    return Line(
        left, first.base - ASCENT * size, right, last.base + DESCENT * size, text, last.base, size, upright=True
    )
