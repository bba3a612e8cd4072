"""What a file held, as intake reads it."""

from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class Box:
    """Edges in percent of the page, measured from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def polygon(self):
        return ((self.left, self.top), (self.right, self.top), (self.right, self.bottom), (self.left, self.bottom))


@dataclass(frozen=True)
class Picture:
    """near: the words beside it, likely its caption. position: its place in the text. box: its place on a page.
    loose: it lay beside the text as a file of its own."""

    content: bytes = field(repr=False)
    filename: str
    near: str = ""
    position: int = 0
    box: Box | None = None
    loose: bool = False


@dataclass(frozen=True)
class Note:
    """Something the editor should know. Codes of Word: changes_accepted (insertions, deletions), tables (count),
    footnotes_dropped, comments_dropped, hidden_dropped, symbols_dropped, objects_dropped, pictures_unusable (count
    each), macros_ignored, converted (kind). Of PDF, with the page: scanned, outlined, outlined_lines (count),
    garbled (share), unreadable, turned_text (count), pictures_in_pieces (count).
    """

    code: str
    facts: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Hint:
    """What looks like a headline: signs are style, bold, large, centred. size: 1.0 is the text's."""

    start: int
    end: int
    signs: tuple[str, ...]
    size: float = 1.0


@dataclass(frozen=True)
class TextBlock:
    """Text in one piece on a page; start and end are its place in the page's text, where a paragraph may run on from
    one block into the next. kind: headline, text, caption or page_head. story numbers the stories in reading order.
    part: of a headline, which one it is: kicker, headline or subheadline."""

    box: Box
    text: str
    start: int
    end: int
    kind: str = "text"
    story: int = 0
    size: float = 1.0
    part: str = ""


@dataclass(frozen=True)
class PageRead:
    """One page of a PDF; width and height in points, start is where its text begins in the document's. file: the page
    as a PDF of its own, where there are several and it could be cut out."""

    number: int
    width: float
    height: float
    text: str = ""
    blocks: tuple[TextBlock, ...] = ()
    pictures: tuple[Picture, ...] = ()
    notes: tuple[Note, ...] = ()
    hints: tuple[Hint, ...] = ()
    start: int = 0
    file: bytes = field(default=b"", repr=False)


@dataclass(frozen=True)
class Document:
    """Text with a paragraph a line; kind is text, word or pdf. member: of a zip, the path in it. file: of a PDF that
    came in a zip, its bytes."""

    name: str
    kind: str
    text: str
    pictures: tuple[Picture, ...] = ()
    notes: tuple[Note, ...] = ()
    hints: tuple[Hint, ...] = ()
    pages: tuple[PageRead, ...] = ()
    member: str = ""
    file: bytes = field(default=b"", repr=False)

    def with_note(self, note):
        return replace(self, notes=(*self.notes, note))


@dataclass(frozen=True)
class NotRead:
    """A file among several that was refused; code and facts as in DocumentRefused."""

    name: str
    code: str
    facts: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Drop:
    """What came out of one file that was dropped on the desk: of a zip often several of each."""

    documents: tuple[Document, ...] = ()
    pictures: tuple[Picture, ...] = ()
    not_read: tuple[NotRead, ...] = ()
