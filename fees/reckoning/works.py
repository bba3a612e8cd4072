"""What was printed, as far as money is concerned."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    STORY = "story"
    PHOTO = "photo"


class Piece(NamedTuple):
    """What is paid for by itself: the words of a story, or one photo in it. photo is 0 for the words."""

    article: int
    photo: int = 0

    @property
    def kind(self):
        return Kind.PHOTO if self.photo else Kind.STORY


@dataclass(frozen=True)
class Sharer:
    contributor: int  # who the person is today: the merged are one
    role: str  # as whom: a photographer is paid as the correspondent or reporter that the credit says
    weight: int = 1  # parts of the whole; equal unless somebody decided otherwise


@dataclass(frozen=True)
class Work:
    piece: Piece
    printed_on: date
    sharers: tuple[Sharer, ...]  # in the order of the credit, each person once
    characters: int = 0
    lines: int = 0
    genre: int | None = None
    column: int | None = None
    page: str = ""  # label, as 02
    page_name: str = ""
    grade: int | None = None

    def measured(self, measure):
        return getattr(self, measure.value)

    @property
    def place(self):
        """Where it comes on the sheet, in whatever order it was given."""
        return self.printed_on, self.page, self.piece
