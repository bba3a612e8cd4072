"""A sheet cut into rectangles, and a polygon taken apart into some. Pure geometry."""

import itertools
from dataclasses import dataclass


@dataclass(frozen=True)
class Rectangle:
    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self):
        return self.right - self.left

    @property
    def height(self):
        return self.bottom - self.top

    @property
    def area(self):
        return max(self.width, 0) * max(self.height, 0)

    def inside(self, padding):
        return Rectangle(self.left + padding, self.top + padding, self.right - padding, self.bottom - padding)

    @property
    def corners(self):
        return [(self.left, self.top), (self.right, self.top), (self.right, self.bottom), (self.left, self.bottom)]


def tiled(weights, sheet):
    """Cuts the sheet in two again and again, across its longer side, so that each story gets its share in order."""
    if len(weights) <= 1:
        return [sheet] * len(weights)
    cut = _middle(weights)
    share = sum(weights[:cut]) / sum(weights)
    if sheet.height * 1.05 > sheet.width:
        line = sheet.top + round(sheet.height * share)
        halves = (
            Rectangle(sheet.left, sheet.top, sheet.right, line),
            Rectangle(sheet.left, line, sheet.right, sheet.bottom),
        )
    else:
        line = sheet.left + round(sheet.width * share)
        halves = (
            Rectangle(sheet.left, sheet.top, line, sheet.bottom),
            Rectangle(line, sheet.top, sheet.right, sheet.bottom),
        )
    return tiled(weights[:cut], halves[0]) + tiled(weights[cut:], halves[1])


def bands(polygon):
    """A polygon as rectangles from top to bottom: one between each two heights at which it has corners."""
    heights = sorted({y for _, y in polygon})
    found = []
    for top, bottom in itertools.pairwise(heights):
        crossings = list(_crossings(polygon, (top + bottom) / 2))
        if crossings:
            found.append(Rectangle(round(min(crossings)), top, round(max(crossings)), bottom))
    return found


def _crossings(polygon, y):
    for (x1, y1), (x2, y2) in zip(polygon, [*polygon[1:], polygon[0]], strict=True):
        if min(y1, y2) <= y < max(y1, y2):
            yield x1 + (x2 - x1) * (y - y1) / (y2 - y1)


def _middle(weights):
    """Where a row of stories falls into two halves of about the same weight."""
    total = sum(weights)
    return min(range(1, len(weights)), key=lambda cut: abs(sum(weights[:cut]) * 2 - total))
