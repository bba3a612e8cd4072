"""How long the bar of a line is, and where the time before had reached, in percent of the longest."""

from typing import NamedTuple

LEAST = 0.75  # so that none is too short to be seen


class Widths(NamedTuple):
    now: str
    before: str  # empty where nothing is known of it, or where it was nothing


def widths(pairs):
    """Of pairs (now, before); before may be None."""
    most = max((float(max(now, before or 0)) for now, before in pairs), default=0) or 1
    return [Widths(percent(now, most), percent(before or 0, most)) for now, before in pairs]


def percent(number, most):
    return f"{max(100 * float(number) / most, LEAST):.4g}%" if number else ""
