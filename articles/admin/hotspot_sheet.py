"""What the hotspots of a page are drawn on: its picture, or a map of its placements. In units of the drawing."""

from dataclasses import dataclass, field

from django.urls import reverse

from articles.pagemap import HEIGHT, MARGIN, WIDTH, PageMap, is_front, page_map

ACROSS = 1000  # of a picture, whatever its own size
COLOURS = 6
BADGE = 18  # half of a number's width


@dataclass(frozen=True)
class Area:
    """x, y: where the story's number is written."""

    key: int
    number: int
    headline: str
    points: str
    x: float
    y: float

    @property
    def colour(self):
        return self.number % COLOURS


@dataclass(frozen=True)
class Block:
    number: int
    words: str
    points: str
    percent: str  # the same corners as they are typed


@dataclass
class Sheet:
    """Percent begin at (left, top) and reach as far as across and down: a drawn map has margins."""

    width: int
    height: int
    left: int = 0
    top: int = 0
    across: int = ACROSS
    down: int = 0
    picture: str = ""
    map: PageMap | None = None
    areas: list[Area] = field(default_factory=list)
    others: list[str] = field(default_factory=list)  # outlines that somebody else has drawn meanwhile
    blocks: list[Block] = field(default_factory=list)

    @classmethod
    def of(cls, page, rows, blocks):
        sheet = over_picture(page) if page.picture else over_map(page, rows)
        sheet.areas = [sheet.area(row) for row in rows if row.points]
        sheet.others = [sheet.points(row.others_points) for row in rows if row.others_points]
        sheet.blocks = [sheet.block(block) for block in blocks if block.polygon]
        return sheet

    @property
    def frame(self):
        return f"{self.left} {self.top} {self.across} {self.down}"

    def place(self, x, y):
        return round(self.left + x * self.across / 100), round(self.top + y * self.down / 100)

    def points(self, corners):
        return " ".join("{},{}".format(*self.place(x, y)) for x, y in corners)

    def area(self, row):
        left, top = min((self.place(x, y) for x, y in row.points), key=lambda corner: (corner[1], corner[0]))
        article = row.placement.article
        at = max(left + BADGE, BADGE), max(top + BADGE, BADGE)
        return Area(row.placement.pk, row.number, article.headline, self.points(row.points), *at)

    def block(self, block):
        percent = " ".join(f"{x:g},{y:g}" for x, y in block.polygon)
        return Block(block.order + 1, block.words, self.points(block.polygon), percent)


def over_picture(page):
    largest = page.picture[-1]
    height = round(ACROSS * largest["height"] / largest["width"])
    return Sheet(ACROSS, height, down=height, picture=reverse("public_file", args=[page.key, largest["name"]]))


def over_map(page, rows):
    """Where some have their outline, the others are not drawn: they would stand in places that are not theirs."""
    outlined = [row.placement for row in rows if row.placement.hotspot]
    drawn = page_map(outlined or [row.placement for row in rows], masthead=is_front(page), pictures=False)
    frame = {"left": MARGIN, "top": MARGIN, "across": WIDTH - 2 * MARGIN, "down": HEIGHT - 2 * MARGIN}
    return Sheet(WIDTH, HEIGHT, map=drawn, **frame)
