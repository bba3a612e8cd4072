"""
Outlines of stories on their page: as they are typed, and whether they may stand. Corners [x, y] in their order, percent
of the page's picture from the left and from the top.
"""

import re
from itertools import combinations, pairwise

from django.utils.translation import gettext as _

MOST_CORNERS = 60
LONGEST = 1200  # characters: as many corners take 840
SMALLEST = 0.05  # of what is worth naming, in percent by percent: less is two stories that share an edge
COMMA = re.compile(r"\s*[,，、]\s*")
CORNER = re.compile(r"([0-9]{1,3}(?:\.[0-9]+)?),([0-9]{1,3}(?:\.[0-9]+)?)")


class NoOutline(ValueError):  # noqa: N818 - its text is for whoever typed it
    """What was typed is none, and why."""


def written(points):
    """“12,30 55,30 55,60”, as it is typed; empty where there is no hotspot."""
    return " ".join(f"{round(x, 2):g},{round(y, 2):g}" for x, y in points)


def read_outline(typed):
    """The corners of what was typed; nothing typed is no hotspot. Raises NoOutline."""
    if len(typed) > LONGEST:
        raise NoOutline(_number_of_corners(len(typed.split())))
    points = without_repeats([_corner(said) for said in COMMA.sub(",", typed.replace(";", " ")).split()])
    if not points:
        return []
    if not 3 <= len(points) <= MOST_CORNERS:
        raise NoOutline(_number_of_corners(len(points)))
    if crossed := crossing(points):
        raise NoOutline(_("The outline crosses itself between corners %d and %d.") % crossed)
    if area(points) < SMALLEST:
        raise NoOutline(_("The corners lie on one line."))
    return points


def without_repeats(points):
    """A corner typed twice, or the first one again at the end, is one corner."""
    kept = [point for before, point in pairwise([None, *points]) if point != before]
    return kept[:-1] if len(kept) > 1 and kept[0] == kept[-1] else kept


def area(points):
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in edges(points))) / 2


def edges(points):
    return list(zip(points, [*points[1:], *points[:1]], strict=True))


def crossing(points):
    """The numbers of the corners at which two crossing edges begin, counted from 1; None where none cross."""
    for (one, (a, b)), (two, (c, d)) in combinations(enumerate(edges(points), start=1), 2):
        if meeting_height(a, b, c, d) is not None:
            return one, two
    return None


def shared(one, other):
    """
    How much ground two outlines share. Between two heights at which an edge begins, ends or crosses another, the width
    grows evenly: its middle times the height is exact.
    """
    if not boxes_meet(one, other):
        return 0.0
    heights = {y for _x, y in [*one, *other]}
    for a, b in edges(one):
        heights.update(y for c, d in edges(other) if (y := meeting_height(a, b, c, d)) is not None)
    ground = 0.0
    for top, bottom in pairwise(sorted(heights)):
        middle = (top + bottom) / 2
        ground += common_width(spans(one, middle), spans(other, middle)) * (bottom - top)
    return ground


def overlap(one, other):
    return shared(one, other) >= SMALLEST


def boxes_meet(one, other):
    """Cheap to say of two that lie apart, as almost all do."""
    return all(
        max(places) > min(others) and max(others) > min(places)
        for places, others in zip(zip(*one, strict=True), zip(*other, strict=True), strict=True)
    )


def spans(points, y):
    """From where to where the outline reaches at that height."""
    at = sorted(x1 + (x2 - x1) * (y - y1) / (y2 - y1) for (x1, y1), (x2, y2) in edges(points) if (y1 <= y) != (y2 <= y))
    return list(zip(at[::2], at[1::2], strict=True))


def common_width(spans, others):
    return sum(max(0, min(right, end) - max(left, start)) for left, right in spans for start, end in others)


def meeting_height(a, b, c, d):
    """Where the edge from a to b crosses the one from c to d; None where they only touch, or do not meet."""
    from_c, from_d, from_a, from_b = side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)
    if from_c * from_d >= 0 or from_a * from_b >= 0:
        return None
    return a[1] + (b[1] - a[1]) * from_a / (from_a - from_b)


def side(a, b, point):
    """Positive on one side of the line through a and b, negative on the other, 0 on it."""
    return (b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0])


def _number_of_corners(number):
    told = _("A hotspot has from 3 to %(most)d corners; here are %(number)d.")
    return told % {"most": MOST_CORNERS, "number": number}


def _corner(said):
    found = CORNER.fullmatch(said)
    if not found:
        told = _("“%(said)s” is no corner: write 12,30 for 12 percent from the left and 30 percent from the top.")
        raise NoOutline(told % {"said": said[:20]})
    point = [round(float(part), 2) for part in found.groups()]
    if max(point) > 100:
        raise NoOutline(_("“%(said)s” lies outside the page: both figures go from 0 to 100.") % {"said": said[:20]})
    return point
