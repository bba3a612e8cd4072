"""The plain shapes that a page is taken apart into; all in points from its upper left corner."""

from dataclasses import dataclass, field

ASCENT, DESCENT = 0.88, 0.12  # of the type's size, above and below the base line


@dataclass(slots=True)
class Area:
    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self):
        return self.right - self.left

    @property
    def height(self):
        return self.bottom - self.top

    def beside(self, other):
        """How much of the width of the narrower one they share: 0 to 1."""
        shared = min(self.right, other.right) - max(self.left, other.left)
        return shared / max(min(self.width, other.width), 0.1)

    def level_with(self, other):
        shared = min(self.bottom, other.bottom) - max(self.top, other.top)
        return shared / max(min(self.height, other.height), 0.1)

    def cut_to(self, left, top, right, bottom):
        left, top = max(self.left, left), max(self.top, top)
        return Area(left, top, max(left, min(self.right, right)), max(top, min(self.bottom, bottom)))

    def holds(self, x, y):
        return self.left <= x <= self.right and self.top <= y <= self.bottom


@dataclass(slots=True)
class Line(Area):
    """Glyphs on one base line, or one below the other."""

    text: str
    base: float
    size: float
    upright: bool = False  # 竖排: set from top to bottom


@dataclass(slots=True)
class Block(Area):
    """Lines that stand closely one below the other."""

    lines: list[Line]
    size: float
    kind: str = "text"
    story: int = -1
    leading: float = 0.0
    frame: int = -1

    @classmethod
    def of(cls, line):
        return cls(line.left, line.top, line.right, line.bottom, [line], line.size)

    def add(self, line):
        step = line.base - self.lines[-1].base
        self.leading = min(self.leading, step) if self.leading else step
        self.lines.append(line)
        self.left, self.right = min(self.left, line.left), max(self.right, line.right)
        self.bottom = max(self.bottom, line.bottom)

    @property
    def text(self):
        return "".join(line.text for line in self.lines)

    @property
    def upright(self):
        return self.lines[0].upright


@dataclass(slots=True)
class Drawing:
    """What is drawn on a page besides text: rules lying and standing, frames, pictures."""

    lying: list[Area] = field(default_factory=list)
    standing: list[Area] = field(default_factory=list)
    frames: list[Area] = field(default_factory=list)
    pictures: list = field(default_factory=list)  # pairs of Area and PDFium's object
    curves: list = field(default_factory=list)  # of all other shapes: pairs of Area and number of corners

    def parts_above(self, upper, lower, left, right):
        """A rule lies between two heights and covers half of the width."""
        return any(
            upper <= rule.top
            and rule.bottom <= lower
            and min(right, rule.right) - max(left, rule.left) > (right - left) / 2
            for rule in self.lying
        )

    def parts_beside(self, left, right, height):
        return any(
            left <= rule.left and rule.right <= right and rule.top <= height <= rule.bottom for rule in self.standing
        )
