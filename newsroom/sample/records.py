"""What the sample issue is made of, as its TOML files say it. References (`ref`, `who`, `photo` …) are still names."""

from dataclasses import dataclass

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Term:
    """In days from the day that the sample is loaded for; no end where `until` is 0."""

    since: int
    until: int = 0
    position: str = ""
    number: str = ""


@dataclass(frozen=True)
class Contributor:
    ref: str
    name: str
    unit: str = ""
    region: str = ""
    usual_role: str = "reporter"
    phone: str = ""  # of private details; invented as everything here
    pen_names: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()


@dataclass(frozen=True)
class Column:
    ref: str  # also its slug
    name: str
    description: str = ""


@dataclass(frozen=True)
class Byline:
    who: str
    role: str
    standing: str = ""  # as who a photographer is named


@dataclass(frozen=True)
class Photo:
    ref: str
    drawing: str  # a name that drawing.draw() knows
    caption: str
    alt: str
    region: str = ""
    bylines: tuple[Byline, ...] = ()


@dataclass(frozen=True)
class Illustration:
    photo: str
    caption: str = ""  # empty: the photo's own
    alt: str = ""  # empty: the photo's own


@dataclass(frozen=True)
class Continuation:
    page: str
    hotspot: Box


@dataclass(frozen=True)
class Story:
    """One story. Its illustrations are numbered 1, 2, 3 … in their order; its first region is the first of all."""

    ref: str
    headline: str
    body: str
    genre: str
    channel: str
    hotspot: Box  # x, y, width, height in percent of the page
    kicker: str = ""
    subheadline: str = ""
    dateline: str = ""
    summary: str = ""
    editors_note: str = ""
    column: str = ""
    tags: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    bylines: tuple[Byline, ...] = ()
    illustrations: tuple[Illustration, ...] = ()
    source: str = ""
    original_author: str = ""
    original_title: str = ""
    continued_to: Continuation | None = None
    state: str = "published"  # or draft, submitted, embargoed


@dataclass(frozen=True)
class Page:
    label: str
    name: str
    duty_editor: str = ""
    masthead: Box | None = None
    stories: tuple[Story, ...] = ()


@dataclass(frozen=True)
class Issue:
    day: int  # days from the day of loading: -1, 0 or 1
    number: int
    pages: tuple[Page, ...]

    @property
    def stories(self):
        return [story for page in self.pages for story in page.stories]


@dataclass(frozen=True)
class Correction:
    article: str
    wrong: str
    right: str
    printed_on: str  # a page label of today's issue


@dataclass(frozen=True)
class FrontBlock:
    kind: str
    number: int
    what: str = ""  # as its kind is named: a column's ref, a channel's or tag's name, a region's code, a page's label
    title: str = ""
    picks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Front:
    beside: tuple[str, ...]
    blocks: tuple[FrontBlock, ...]


@dataclass(frozen=True)
class SampleContent:
    paper: dict[str, str]  # fields of the Paper record
    contributors: tuple[Contributor, ...]
    columns: tuple[Column, ...]
    photos: tuple[Photo, ...]
    earlier: Issue
    today: Issue
    planned: Issue
    corrections: tuple[Correction, ...]
    front: Front

    @property
    def issues(self):
        return (self.earlier, self.today, self.planned)

    @property
    def stories(self):
        return [story for issue in self.issues for story in issue.stories]
