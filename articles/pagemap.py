"""
A page drawn from its placements, for papers that have no picture of it: each story's headline and some grey lines at
the place where it stands. Pure geometry in the units of a sheet 780 wide; the template draws it.
"""

import itertools
from dataclasses import dataclass, field
from typing import Any

from articles.layout import leading_illustration
from articles.lettering import Line, set_headline, set_plate

WIDTH, HEIGHT = 780, 1100
MARGIN = 24
FRONT = {"01", "001", "A01", "A001"}
FOLIO, MASTHEAD = 62, 178  # the height that the page's head takes: any page, and the front page
PADDING = 14
LINE_GAP = 13
TEXT_COLUMN = 124
READABLE = 26


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

    def inside(self, padding=PADDING):
        return Rectangle(self.left + padding, self.top + padding, self.right - padding, self.bottom - padding)

    @property
    def corners(self):
        return [(self.left, self.top), (self.right, self.top), (self.right, self.bottom), (self.left, self.bottom)]


@dataclass
class Box:
    """One story's area."""

    placement: Any
    polygon: list
    headline: list[Line] = field(default_factory=list)
    text: str = ""  # the path of the grey lines
    picture: Rectangle | None = None
    photo: object = None
    sheet: tuple[int, int] = (WIDTH, HEIGHT)

    @property
    def points(self):
        return " ".join(f"{x},{y}" for x, y in self.polygon)

    @property
    def plate(self):
        """None where the headline is drawn whole and large already: it would only cover it."""
        drawn = "".join(line.text for line in self.headline)
        if self.headline and self.headline[0].size >= READABLE and drawn == self.placement.article.headline:
            return None
        return set_plate(self.placement.article.headline, self.polygon, self.sheet)


@dataclass(frozen=True)
class PageMap:
    boxes: list[Box]
    head: str  # "masthead", "folio", or nothing where a story stands in its place
    width: int = WIDTH
    height: int = HEIGHT


def page_map(placements, *, masthead=False, pictures=True):
    """Stories by their hotspots; unless every one has its own, all side by side by length, in the order of the page."""
    placements = list(placements)
    if all(placement.hotspot for placement in placements):
        areas = [(placement, scaled(placement.hotspot)) for placement in placements]
    else:
        sheet = Rectangle(MARGIN, MASTHEAD if masthead else FOLIO, WIDTH - MARGIN, HEIGHT - MARGIN)
        tiles = tiled([_weight(placement.article) for placement in placements], sheet)
        areas = [(placement, tile.corners) for placement, tile in zip(placements, tiles, strict=True)]
    top = min((y for _, polygon in areas for _, y in polygon), default=HEIGHT)
    return PageMap([_box(*area, pictures) for area in areas], head=_head(top, masthead))


def picture_map(page):
    """Over a real picture only true hotspots are laid: percent of the whole picture, which has no margins to add."""
    largest = page.picture[-1]
    height = round(WIDTH * largest["height"] / largest["width"])
    boxes = [
        Box(placement, [(round(x * WIDTH / 100), round(y * height / 100)) for x, y in placement.hotspot])
        for placement in page.stories
        if placement.hotspot
    ]
    for box in boxes:
        box.sheet = (WIDTH, height)
    return PageMap(boxes, head="", height=height)


def is_front(page):
    """The page that carries the masthead; an issue known only from its second page on has none."""
    return page.label in FRONT


def scaled(hotspot):
    """Percent in units of the sheet, inside its margins."""
    across, down = (WIDTH - 2 * MARGIN) / 100, (HEIGHT - 2 * MARGIN) / 100
    return [(round(MARGIN + x * across), round(MARGIN + y * down)) for x, y in hotspot]


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


def _head(top, masthead):
    if masthead and top >= MASTHEAD - 10:
        return "masthead"
    return "folio" if top >= FOLIO - 4 else ""


def _crossings(polygon, y):
    for (x1, y1), (x2, y2) in zip(polygon, [*polygon[1:], polygon[0]], strict=True):
        if min(y1, y2) <= y < max(y1, y2):
            yield x1 + (x2 - x1) * (y - y1) / (y2 - y1)


def _middle(weights):
    """Where a row of stories falls into two halves of about the same weight."""
    total = sum(weights)
    return min(range(1, len(weights)), key=lambda cut: abs(sum(weights[:cut]) * 2 - total))


def _weight(article):
    return max(article.length, 240) ** 0.7


def _box(placement, polygon, pictures):
    box = Box(placement, polygon)
    areas = [area for area in (band.inside() for band in bands(polygon)) if area.area > 0]
    if not areas:
        return box
    head, *rest = areas
    box.headline, used = set_headline(placement.article.headline, head)
    body = [Rectangle(head.left, min(head.top + used, head.bottom), head.right, head.bottom), *rest]
    shown = leading_illustration(placement.article) if pictures else None
    # What an AI has made is labelled wherever it is shown, and in a map no label could be read.
    if shown and not shown.photo.is_ai_made:
        box.photo = shown.photo
        widest = max(range(len(body)), key=lambda index: body[index].area)
        box.picture, body[widest : widest + 1] = _picture(body[widest])
    box.text = "".join(_lines(area) for area in body)
    return box


def _picture(area):
    """A place for the picture, and what it leaves of the area: beside it where the area lies, below where it stands."""
    if area.width > area.height * 1.25:
        edge = area.right - round(area.width * 0.52)
        return Rectangle(edge, area.top, area.right, area.bottom), [
            Rectangle(area.left, area.top, edge - PADDING, area.bottom)
        ]
    edge = area.top + min(round(area.width * 0.66), round(area.height * 0.72))
    return Rectangle(area.left, area.top, area.right, edge), [
        Rectangle(area.left, edge + PADDING // 2, area.right, area.bottom)
    ]


def _lines(area):
    """Lines of grey in columns, as text looks from afar."""
    if area.width < 24:
        return ""
    columns = max(1, round(area.width / TEXT_COLUMN))
    step = (area.width + PADDING) / columns
    starts = [round(area.left + step * column) for column in range(columns)]
    length = round(step - PADDING)
    heights = range(area.top + LINE_GAP // 2, area.bottom, LINE_GAP)
    return "".join(f"M{x} {y}h{length}" for x in starts for y in heights)
