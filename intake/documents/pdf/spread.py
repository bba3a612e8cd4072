"""Headlines that are spread over their columns: their letters stand far apart, but evenly."""

from itertools import pairwise

from intake.documents.pdf.runs import run_of

SAME_BASE = 0.3  # of the type's size
SAME_SIZE = 0.05
WIDE, EVEN = 0.5, 0.15  # of the type's size; of the distance
FEWEST = 3


def spread(runs, large):
    """The runs, those of a spread headline as one. large: the least size of headlines."""
    rest, rows = [], []
    for run in runs:
        (rows if run.size >= large else rest).append(run)
    return rest + [run for row in on_one_base(rows) for run in parted(row)]


def on_one_base(runs):
    rows = []
    for run in sorted(runs, key=lambda run: run.base):
        if rows and run.base - rows[-1][0].base <= SAME_BASE * run.size and is_of_size(run, rows[-1][0]):
            rows[-1].append(run)
        else:
            rows.append([run])
    return rows


def is_of_size(run, other):
    return abs(run.size - other.size) <= SAME_SIZE * other.size


def parted(row):
    """The row as it is, unless some of its letters are spread; then each headline in it by its own distance."""
    glyphs = sorted((glyph for run in row for glyph in run.glyphs if not glyph.sign.isspace()), key=lambda g: g.left)
    groups = evenly(glyphs)
    if not any(is_spread(group) for group in groups):
        return row
    return [run_of(group, is_spread=True) for group in groups]


def evenly(glyphs):
    groups = []
    for before, glyph in zip([None, *glyphs], glyphs, strict=False):
        if before is not None and goes_on(groups[-1], glyph):
            groups[-1].append(glyph)
        else:
            groups.append([glyph])
    return groups


def goes_on(group, glyph):
    """The second letter says how far apart the letters of a headline stand."""
    steps = distances(group)
    step = glyph.left - group[-1].left
    return not steps or abs(step - steps[0]) <= EVEN * steps[0]


def is_spread(group):
    steps = distances(group)
    return len(group) >= FEWEST and min(steps) > (1 + WIDE) * group[0].size


def distances(group):
    return [after.left - before.left for before, after in pairwise(group)]
