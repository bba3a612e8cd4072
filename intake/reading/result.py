"""What was read out of a page: stories, doubts and the pieces of the source they came from."""

from dataclasses import dataclass, field

from bylines.credits import Credit


@dataclass(frozen=True)
class Doubt:
    """Something an editor must look at. Its message is found by its code (intake.reading.doubts)."""

    code: str
    detail: str = ""


@dataclass(frozen=True)
class Span:
    start: int
    end: int
    kind: str
    story: int | None = None


@dataclass(frozen=True)
class RegionRead:
    code: str
    name: str


@dataclass
class PhotoRead:
    caption: str = ""
    credits: tuple[Credit, ...] = ()
    source: str = ""
    as_printed: str = ""


@dataclass
class Piece:
    """A paragraph or a subhead of the body."""

    kind: str
    text: str


@dataclass
class StoryRead:
    headline: str = ""
    kicker: str = ""
    subheadline: str = ""
    column: str = ""
    dateline: str = ""
    credits: tuple[Credit, ...] = ()
    photos: list[PhotoRead] = field(default_factory=list)
    regions: list[RegionRead] = field(default_factory=list)
    body: list[Piece] = field(default_factory=list)
    credit_lines: list[str] = field(default_factory=list)  # as printed
    source: str = ""
    editors_note: str = ""
    jumps: list[str] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    @property
    def paragraphs(self):
        return [piece.text for piece in self.body if piece.kind == "paragraph"]

    @property
    def subheads(self):
        return [piece.text for piece in self.body if piece.kind == "subhead"]


@dataclass
class Reading:
    stories: list[StoryRead]
    spans: list[Span]
    page_heads: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
