"""The files in a mail: what they are called, and what they are by their bytes."""

from dataclasses import dataclass, field
from hashlib import sha256
from io import BytesIO
from mimetypes import guess_extension

from intake.documents.kinds import TEXT_NAMES, extension, kind_of
from intake.mail import headers
from media.imaging.filenames import cleaned
from media.imaging.opening import open_negative
from media.imaging.refusal import PictureRefused

CAPTION = "X-Caption"  # above a photo's part, where the readers' form wrote the mail (intake.contributing.writing)
# Files that mail programs add and nobody sends: signatures of the mail, business cards, appointments.
BY_THE_PROGRAM = (".p7s", ".p7m", ".asc", ".sig", ".vcf", ".ics")
LOGO_BYTES, LOGO_PIXELS, LOGO_SIDE = 100_000, 480 * 360, 150


@dataclass(frozen=True)
class MailFile:
    """kind: document, photo, small (a logo in the text) or other. caption: of a photo that the form brought."""

    name: str
    kind: str
    content: bytes = field(repr=False)
    caption: str = ""

    @property
    def digest(self):
        return sha256(self.content).hexdigest()

    @property
    def is_by_the_program(self):
        return extension(self.name) in BY_THE_PROGRAM


def file_of(part, kind, number, is_inline):
    """None where there is nothing in it."""
    content = part.get_payload(decode=True)
    if not content:
        return None
    name = name_of(part) or f"{number}{guess_extension(kind) or ''}"
    belongs_to_text = is_inline or bool(part.get("Content-ID"))
    return MailFile(name, sort_of(name, kind, content, belongs_to_text), content, headers.words(part.get(CAPTION)))


def name_of(part):
    said = headers.parameter(part, "filename", "content-disposition") or headers.parameter(part, "name", "content-type")
    return cleaned(said)


def sort_of(name, kind, content, belongs_to_text):
    found = kind_of(content)
    if found == "picture":
        return "small" if belongs_to_text and is_logo(name, content) else "photo"
    if found in ("pdf", "zip", "compound", "rtf"):
        return "document"
    if found is None and (kind == "text/plain" or extension(name) in TEXT_NAMES - {""}):
        return "document"
    return "small" if belongs_to_text and kind.startswith("image/") else "other"


def is_logo(name, content):
    """A picture in a signature: too small for print."""
    if len(content) > LOGO_BYTES:
        return False
    try:
        width, height = open_negative(BytesIO(content), name).upright_size
    except (PictureRefused, OSError, ValueError, SyntaxError):
        return False
    return width * height < LOGO_PIXELS or min(width, height) < LOGO_SIDE
