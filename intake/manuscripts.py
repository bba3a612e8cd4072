"""A file that came in, taken apart into manuscripts: each one text to be read, with its pictures and notes."""

from dataclasses import dataclass, field, replace
from hashlib import sha256

from intake.apart import read_apart
from intake.documents.kinds import kind_of
from intake.documents.opening import read_file
from intake.documents.refusal import DocumentRefused
from intake.documents.result import Hint, Note, NotRead, PageRead, Picture
from intake.reading.emphasis import looks_of
from intake.reading.looks import Look
from wording.encoding import UnreadableError, checked, decode

APART = ("pdf", "zip", "compound", "rtf")


@dataclass(frozen=True)
class Manuscript:
    """sheet: the page of a PDF that the text stands on; file: that page as a PDF of its own, or, where it could not be
    cut out, all of the PDF (is_own_file). digest: of the file that it came in; member: of a zip, the path in it.
    pages: how many the PDF has. hints: what Word sets off."""

    name: str
    text: str
    pictures: tuple[Picture, ...] = ()
    notes: tuple[Note, ...] = ()
    sheet: PageRead | None = None
    file: bytes = field(default=b"", repr=False)
    digest: str = ""
    member: str = ""
    pages: int = 1
    hints: tuple[Hint, ...] = ()

    @property
    def looks(self):
        """How it is laid out, or what is set off in it, where that is known."""
        if self.hints:
            return looks_of(self.hints, self.text)
        blocks = self.sheet.blocks if self.sheet else ()
        return tuple(Look(block.start, block.end, block.story, block.part or block.kind) for block in blocks)

    @property
    def is_whole_file(self):
        return self.pages == 1

    @property
    def is_own_file(self):
        """Nothing but this page is in its file, which may be hung."""
        return not any(note.code == "pdf_of_many" for note in self.notes)


@dataclass(frozen=True)
class Unpacked:
    manuscripts: tuple[Manuscript, ...]
    not_read: tuple[NotRead, ...] = ()


def digest_of_file(data):
    return sha256(data).hexdigest()


def unpack(name, data):
    """Unpacked; or DocumentRefused. What large programs read, or what may swell, is read in a process of its own."""
    if data and kind_of(data) is None:
        return Unpacked((plain(name, data),))
    drop = read_apart(name, data) if kind_of(data) in APART else read_file(name, data)
    found = [manuscript for document in drop.documents for manuscript in manuscripts_of(document, name, data)]
    if not found:
        raise DocumentRefused("only_pictures")
    lost = [page for document in drop.documents for page in pages_without_text(document)]
    return Unpacked(tuple(with_pictures(found, drop.pictures)), (*drop.not_read, *lost))


def plain(name, data):
    """A text as it stands in its file, sign by sign: its spans count in it. read_file only refuses what is none."""
    read_file(name, data)
    return Manuscript(name, decode(data), digest=digest_of_file(data))


def manuscripts_of(document, file_name, data):
    """A PDF has one for each page that has a text; any other document is one."""
    digest = digest_of_file(data)
    if not document.text.strip():
        return
    if document.kind != "pdf":
        text, pictures, notes = sound(document.text), document.pictures, document.notes
        named = {"digest": digest, "member": document.member, "hints": document.hints}
        yield Manuscript(document.name, text, pictures, notes, **named)
        return
    for page in document.pages:
        if page.text.strip():
            yield of_page(page, document, document.file or data, digest)


def of_page(page, document, whole, digest):
    """whole: the PDF that the page is from."""
    count = len(document.pages)
    name = document.name if count == 1 else f"{document.name} {page.number}"
    notes = page.notes if count == 1 or page.file else (*page.notes, Note("pdf_of_many", {"pages": count}))
    sheet, file = replace(page, file=b"", pictures=()), page.file or whole
    return Manuscript(name, sound(page.text), placed_on(page), notes, sheet, file, digest, document.member, pages=count)


def pages_without_text(document):
    """One page of many may be a scan: the others are read, and this one is named."""
    for page in document.pages:
        if not page.text.strip():
            codes = [note.code for note in page.notes if note.code in ("scanned", "garbled", "outlined")]
            code = "damaged" if any(note.code == "unreadable" for note in page.notes) else "no_text"
            yield NotRead(f"{document.name} {page.number}", *codes[:1] or [code])


def placed_on(page):
    """A picture without caption goes with the text that stands nearest to it."""
    texts = [block for block in page.blocks if block.kind != "page_head"]
    return tuple(
        picture
        if picture.near or not texts
        else replace(picture, position=min(texts, key=lambda block: gap(block.box, picture.box)).start + 1)
        for picture in page.pictures
    )


def gap(one, other):
    across = max(one.left - other.right, other.left - one.right, 0)
    down = max(one.top - other.bottom, other.top - one.bottom, 0)
    return across + down


def sound(text):
    try:
        return checked(text)
    except UnreadableError as error:
        raise DocumentRefused("not_text") from error


def with_pictures(manuscripts, loose):
    """The loose pictures of a zip go with the text that has the words of their names, or else with the first."""
    for picture in loose:
        place = next((place for place, m in enumerate(manuscripts) if picture.near and picture.near in m.text), 0)
        manuscript = manuscripts[place]
        laid_beside = replace(picture, position=len(manuscript.text), loose=True)
        manuscripts[place] = replace(manuscript, pictures=(*manuscript.pictures, laid_beside))
    return manuscripts
