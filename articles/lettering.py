"""Setting a headline inside a rectangle of the drawn page: how large, and broken where. Pure."""

from dataclasses import dataclass
from functools import lru_cache
from math import ceil

SIZES = (66, 56, 48, 41, 35, 30, 26, 23, 20, 18)
LEADING = 1.22
MOST_LINES = 4
LARGEST_SHARE = 0.46  # of the rectangle's height that the headline may take
PLATE_SIZE, PLATE_PADDING, PLATE_ROOM = 30, 12, 300
NOT_FIRST = "，。、；：！？”’）》〉】—…·,.!?;:)"
NOT_LAST = "“‘（《〈【("


@dataclass(frozen=True)
class Line:
    text: str
    x: int
    y: int
    size: int


@dataclass(frozen=True)
class Plate:
    """A headline on a ground of its own, laid over a story's area while it is pointed at."""

    left: int
    top: int
    width: int
    height: int
    lines: list[Line]


def set_plate(headline, polygon, sheet):
    """At the head of the polygon, never narrower than reads well and never beyond the sheet (its width and height)."""
    left, top = min(x for x, _ in polygon), min(y for _, y in polygon)
    room = max(max(x for x, _ in polygon) - left, PLATE_ROOM) - 2 * PLATE_PADDING
    rows = broken(headline, room / PLATE_SIZE)
    across = min(round(max(map(width, rows)) * PLATE_SIZE) + 2 * PLATE_PADDING, sheet[0])
    down = round(len(rows) * PLATE_SIZE * LEADING) + 2 * PLATE_PADDING
    left, top = max(min(left, sheet[0] - across), 0), max(min(top, sheet[1] - down), 0)
    x, baseline = left + PLATE_PADDING, top + PLATE_PADDING + round(PLATE_SIZE * 0.92)
    lines = [Line(text, x, baseline + round(row * PLATE_SIZE * LEADING), PLATE_SIZE) for row, text in enumerate(rows)]
    return Plate(left, top, across, down, lines)


@lru_cache(maxsize=2000)  # the latest issues are drawn again and again, on their own pages and beside each story
def set_headline(headline, area):
    """The lines of the headline, and how much of the area's height they take: the largest size that fits."""
    for size in SIZES:
        lines = broken(headline, area.width / size)
        height = round(len(lines) * size * LEADING)
        if len(lines) <= MOST_LINES and height <= area.height * LARGEST_SHARE:
            break
    lines = lines[: max(1, int(area.height / (size * LEADING)))]
    baseline = area.top + round(size * 0.9)
    set_lines = [Line(text, area.left, baseline + round(row * size * LEADING), size) for row, text in enumerate(lines)]
    return set_lines, round(len(lines) * size * LEADING) + size // 3


def broken(text, measure):
    """The text in lines of at most `measure` characters, about equally long; a space in it is a welcome break."""
    lines = []
    for part in text.split(" "):
        if lines and width(lines[-1]) + width(part) + 0.5 <= measure and width(part) < 4:
            lines[-1] += " " + part
        else:
            lines += _balanced(part, measure)
    return lines


def width(text):
    """In characters of full width."""
    return sum(map(room_of, text))


def room_of(letter):
    """Latin letters and figures take about half of a character."""
    return 0.55 if letter < "\u2000" else 1


def _balanced(text, measure):
    """Fewest lines, all about as long as each other. Marks hang over the end, opening ones go with what follows."""
    rows = ceil(width(text) / max(int(measure), 1)) or 1
    target = ceil(width(text) / rows)
    lines, line, reach = [], "", 0
    for letter in text:
        reach += room_of(letter)
        if line and reach > target and letter not in NOT_FIRST:
            kept = line.rstrip(NOT_LAST) or line
            lines.append(kept)
            line = line[len(kept) :]
            reach = width(line + letter)
        line += letter
    return [*lines, line]
