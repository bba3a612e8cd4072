"""What is answered: figures, exact, each with what it was in the period before."""

from dataclasses import dataclass
from fractions import Fraction

from tally.periods import Period
from tally.questions import Question


@dataclass(frozen=True)
class Figure:
    """whole: each counts fully for everybody who shares it. split: by equal parts."""

    whole: int = 0
    split: Fraction = Fraction(0)

    def __add__(self, other):
        return Figure(self.whole + other.whole, self.split + other.split)

    def __sub__(self, other):
        return Figure(self.whole - other.whole, self.split - other.split)


@dataclass(frozen=True)
class Figures:
    """length: characters of the stories (字数)."""

    stories: Figure = Figure()
    photos: Figure = Figure()
    length: Figure = Figure()

    def __add__(self, other):
        return Figures(self.stories + other.stories, self.photos + other.photos, self.length + other.length)

    def __sub__(self, other):
        return Figures(self.stories - other.stories, self.photos - other.photos, self.length - other.length)

    def __bool__(self):
        return bool(self.stories.whole or self.photos.whole)


@dataclass(frozen=True)
class Line:
    """before: None where nothing was compared, or nothing can be: an issue has none before it."""

    key: int | str
    name: str
    now: Figures
    before: Figures | None = None

    @property
    def change(self):
        return None if self.before is None else self.now - self.before


@dataclass(frozen=True)
class Answer:
    """period: as much of it as has been. compared_with: of what days the figures before are; None where of none."""

    question: Question
    lines: list[Line]
    total: Figures
    period: Period
    total_before: Figures | None = None
    compared_with: Period | None = None

    @property
    def total_change(self):
        return None if self.total_before is None else self.total - self.total_before


def ranked(answer, by="stories", split=False):
    """[(rank, line)] of the lines that have any, the most first: equals share a rank, and the next ones have theirs."""

    def figure(line):
        found = getattr(line.now, by)
        return found.split if split else found.whole

    lines = sorted((line for line in answer.lines if figure(line)), key=figure, reverse=True)
    rank, found = 0, []
    for place, line in enumerate(lines, 1):
        if not found or figure(line) != figure(found[-1][1]):
            rank = place
        found.append((rank, line))
    return found
