"""A text file."""

from intake.documents.refusal import DocumentRefused
from intake.documents.result import Document
from wording.encoding import UnreadableError, decode

MOST_CHARACTERS = 5_000_000


def read_text(name, data):
    try:
        text = decode(data)
    except UnreadableError as error:
        raise DocumentRefused("not_text") from error
    return Document(name, "text", checked(text.replace("\r\n", "\n").replace("\r", "\n")))


def checked(text):
    if not text.strip():
        raise DocumentRefused("no_text")
    if len(text) > MOST_CHARACTERS:
        raise DocumentRefused("too_large", megabytes=len(text) >> 20, limit=MOST_CHARACTERS >> 20)
    return text
