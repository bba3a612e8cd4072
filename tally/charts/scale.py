"""How high a drawing reaches: to the next round figure above all that it shows."""

from math import ceil, floor, log10

STEPS = (1, 2, 2.5, 5, 10)
LINES = 4


def round_step(most):
    """The least round step by which no more than LINES of them reach that high."""
    if most <= LINES:
        return 1
    wanted = most / LINES
    size = 10 ** floor(log10(wanted))
    return next(int(size * step) for step in STEPS if size * step >= wanted and size * step == int(size * step))


def lines_up_to(most):
    """Where the lines across stand, from nothing up: the last is as high as the drawing."""
    step = round_step(max(float(most), 1))
    return [step * number for number in range(ceil(max(float(most), 1) / step) + 1)]
