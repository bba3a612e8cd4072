"""
A page drawn from its placements, for papers that have no picture of it: each story's headline and some grey lines at
the place where it stands. Pure geometry in the units of a sheet 780 wide; the template draws it.
"""

from dataclasses import dataclass, field
from typing import Any

from articles import outlines
from articles.layout import leading_illustration
from articles.lettering import Line, set_headline, set_plate
from articles.shown.words import LENGTH
from articles.tiling import Rectangle, bands, tiled
from pagecache.showing import is_recorded, shows

WIDTH, HEIGHT = 780, 1100
MARGIN = 24
FRONT = {"01", "001", "A01", "A001"}
FOLIO, MASTHEAD = 62, 178  # the height that the page's head takes: any page, and the front page
PADDING = 14
LINE_GAP = 13
SHORTEST, STEP = 240, 40  # characters
TEXT_COLUMN = 124
READABLE = 26
SMALL = 52  # units: a finger's 24 pixels on a phone 390 wide


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
    def is_small(self):
        """Too narrow or too low for a finger: its link reaches a little beyond it."""
        return any(max(places) - min(places) < SMALL for places in zip(*self.polygon, strict=True))

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
    is_outlined = all(placement.hotspot for placement in placements)
    if is_recorded():
        shows("hotspots", *{placement.page_id for placement in placements})
        shows(LENGTH, *(placement.article_id for placement in placements if not is_outlined))
    if is_outlined:
        areas = [(placement, scaled(placement.hotspot)) for placement in placements]
    else:
        sheet = Rectangle(MARGIN, MASTHEAD if masthead else FOLIO, WIDTH - MARGIN, HEIGHT - MARGIN)
        tiles = tiled([_weight(placement.article) for placement in placements], sheet)
        areas = [(placement, tile.corners) for placement, tile in zip(placements, tiles, strict=True)]
    top = min((y for _, polygon in areas for _, y in polygon), default=HEIGHT)
    return PageMap(smaller_on_top([_box(*area, pictures) for area in areas]), head=_head(top, masthead))


def picture_map(page):
    """Over a real picture only true hotspots are laid: percent of the whole picture, which has no margins to add."""
    if is_recorded():
        shows("hotspots", page.pk)
    largest = page.picture[-1]
    height = round(WIDTH * largest["height"] / largest["width"])
    boxes = [
        Box(placement, [(round(x * WIDTH / 100), round(y * height / 100)) for x, y in placement.hotspot])
        for placement in page.stories
        if placement.hotspot
    ]
    for box in boxes:
        box.sheet = (WIDTH, height)
    return PageMap(smaller_on_top(boxes), head="", height=height)


def smaller_on_top(boxes):
    """In the order of the page; but what lies in the midst of a larger story comes after it, or none could press it."""
    stacked = []
    for box in boxes:
        covered = (at for at, other in enumerate(stacked) if _is_covered(other.polygon, box.polygon))
        stacked.insert(next(covered, len(stacked)), box)
    return sorted(stacked, key=lambda box: box.is_small)


def _is_covered(polygon, by):
    """By a larger one, in a good part: edges that were drawn a little over each other cover nothing."""
    ground = outlines.area(polygon)
    return ground < outlines.area(by) and 4 * outlines.shared(polygon, by) > ground


def is_front(page):
    """The page that carries the masthead; an issue known only from its second page on has none."""
    return page.label in FRONT


def scaled(hotspot):
    """Percent in units of the sheet, inside its margins."""
    across, down = (WIDTH - 2 * MARGIN) / 100, (HEIGHT - 2 * MARGIN) / 100
    return [(round(MARGIN + x * across), round(MARGIN + y * down)) for x, y in hotspot]


def _head(top, masthead):
    if masthead and top >= MASTHEAD - 10:
        return "masthead"
    return "folio" if top >= FOLIO - 4 else ""


def room_for(length):
    """In steps, so that a mended word moves no story on the page."""
    return max(length - length % STEP, SHORTEST)


def _weight(article):
    return room_for(article.length) ** 0.7


def _box(placement, polygon, pictures):
    box = Box(placement, polygon)
    areas = [area for area in (band.inside(PADDING) for band in bands(polygon)) if area.area > 0]
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
