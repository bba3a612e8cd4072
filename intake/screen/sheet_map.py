"""The page of a PDF on the intake screen: its picture, and over it the hotspots that its stories will have."""

from typing import NamedTuple

from django.urls import reverse

from intake.pages.hotspots import hotspots, owners_of
from intake.screen.prepared import is_done

WIDTH = 1000  # of the drawing, in units of its own
BADGE = 20  # half of its width
COLOURS = 6


class Area(NamedTuple):
    """number: of the story on the screen; x, y: where that is written."""

    number: int
    headline: str
    points: str
    x: float
    y: float

    @property
    def colour(self):
        return colour_of(self.number)


class SheetMap(NamedTuple):
    picture: str
    width: int
    height: int
    areas: list[Area]


def colour_of(number):
    return number % COLOURS


def sheet_map(one, headlines, first):
    """None for what is no page of a PDF; first: the number of its first story on the screen."""
    sheet = one.manuscript.sheet
    if not sheet:
        return None
    height = round(WIDTH * sheet.height / sheet.width)
    shown = dict(enumerate(one.pictures))
    found = hotspots(sheet, owners_of(sheet, one.reading), shown)
    areas = [area(first + number, headlines[number], found[number], height) for number in sorted(found)]
    return SheetMap(picture_address(one, "page"), WIDTH, height, areas)


def area(number, headline, hotspot, height):
    corners = [(round(x * WIDTH / 100), round(y * height / 100)) for x, y in hotspot]
    left, top = min(corners, key=lambda corner: (corner[1], corner[0]))
    points = " ".join(f"{x},{y}" for x, y in corners)
    return Area(number, headline, points, max(left, BADGE), max(top, BADGE))


def picture_address(one, which):
    """which: page, or the number of a picture."""
    return reverse("admin:intake_picture", args=[one.manuscript.digest, one.number, which])


def thumbnails(one, by):
    """The addresses of its pictures by their identity, of those that are developed."""
    ready = {
        number: picture
        for number, picture in enumerate(one.manuscript.pictures)
        if is_done(one.manuscript, one.number, number, by=by)
    }
    return {id(picture): picture_address(one, number) for number, picture in ready.items()}
