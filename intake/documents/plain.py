"""A text file."""

from intake.documents.refusal import DocumentRefused
from intake.documents.result import Document
from wording.encoding import UnreadableError, decode

MOST_CHARACTERS = 5_000_000
MOST_BYTES_EACH = 4  # of a character, in every encoding that we take


def read_text(name, data):
    if len(data) > MOST_CHARACTERS * MOST_BYTES_EACH:
        raise too_long()
    try:
        text = decode(data)
    except UnreadableError as error:
        raise DocumentRefused("not_text") from error
    return Document(name, "text", checked(text.replace("\r\n", "\n").replace("\r", "\n")))


def checked(text):
    if not text.strip():
        raise DocumentRefused("no_text")
    if len(text) > MOST_CHARACTERS:
        raise too_long()
    return text


def too_long():
    return DocumentRefused("too_long", limit=MOST_CHARACTERS)
