"""The course over months, quarters or years: a column for each, and a paler one for what it is held against."""

from collections.abc import Sequence
from html import escape
from typing import Any, NamedTuple

from django.utils.safestring import mark_safe

from tally.charts.scale import lines_up_to

HEIGHT, TOP, FOOT = 200, 20, 172  # of the whole, of the highest column's end, of the ground on which all stand
LEFT = 8.0  # percent, for the figures of the lines
MOST_NAMES = 12
EXACT = 100  # below it a share is drawn with its decimal
WIDE = 4  # letters of a value: more have no room over a column on the phone

FRAME = '<svg class="course" role="img" aria-label="{}" width="100%" height="{}" focusable="false">{}</svg>'
LINE = '<line class="course-line" x1="{:g}%" x2="100%" y1="{}" y2="{}"/>'
FIGURE = '<text class="course-figure" x="{:g}%" y="{}" text-anchor="end">{:,}</text>'
COLUMN = '<rect class="{}" x="{:.5g}%" width="{:.5g}%" y="{:g}" height="{:g}"><title>{}</title></rect>'
NAME = '<text class="course-name{}" x="{:.5g}%" y="{}" text-anchor="middle">{}</text>'
VALUE = '<text class="course-value{}" x="{:.5g}%" y="{:g}" text-anchor="middle">{}</text>'


class Point(NamedTuple):
    name: str
    now: Any  # a number
    before: Any = None
    is_chosen: bool = False  # of the time that the page is about


def drawn(points: Sequence[Point], label: str):
    """Markup; nothing where there is nothing to draw. label: for who hears the page, what it shows in a sentence."""
    if not points:
        return ""
    lines = lines_up_to(max(max(point.now, point.before or 0) for point in points))
    parts = [
        *ground(lines),
        *(part for at, point in enumerate(points) for part in column(at, point, points, lines[-1])),
    ]
    return mark_safe(FRAME.format(escape(label), HEIGHT, "".join(parts)))  # noqa: S308 - escaped, all else are numbers


def ground(lines):
    for number in lines:
        y = height_of(number, lines[-1])
        yield LINE.format(LEFT, y, y)
        yield FIGURE.format(LEFT - 1, y + 4, number)


def height_of(number, most):
    return round(FOOT - (FOOT - TOP) * float(number) / most, 1)


def column(at, point, points, most):
    """One alone stands in the middle of its room; of two the earlier comes first."""
    room = (100 - LEFT) / len(points)
    left = LEFT + at * room
    chosen = " is-chosen" if point.is_chosen else ""
    beside, width = (0.5, 0.38) if point.before is not None else (0.27, 0.46)
    if point.before is not None:
        yield bar("course-before", left + room * 0.12, room * 0.34, point.before, most, point.name)
    yield bar(f"course-now{chosen}", left + room * beside, room * width, point.now, most, point.name)
    if len(points) <= MOST_NAMES and point.now:
        middle = left + room * (beside + width / 2)
        value = rounded(point.now)
        wide = " is-wide" if len(value) > WIDE else ""
        yield VALUE.format(wide, middle, height_of(point.now, most) - 5, value)
    if is_named(at, len(points)):
        yield NAME.format(chosen, left + room / 2, FOOT + 18, escape(point.name))


def bar(kind, left, width, number, most, name):
    top = height_of(number, most)
    return COLUMN.format(kind, left, width, top, round(FOOT - top, 1), f"{escape(name)}: {rounded(number)}")


def is_named(at, number):
    """Twelve names have room, of more every second, every third… has."""
    return at % -(-number // MOST_NAMES) == 0


def rounded(number):
    """Of hundreds the parts of one are not drawn."""
    whole = number == int(number) or number >= EXACT
    return f"{round(number):,}" if whole else f"{float(number):,.1f}"
