"""A file that a stranger hands in: nothing is taken but what the readers of Word files and of photos accept."""

from intake.apart import read_apart
from intake.contributing.limits import LARGEST_DOCUMENT, LARGEST_PHOTO
from intake.documents.kinds import TEXT_NAMES, compound_kind, extension, kind_of
from intake.documents.opening import read_file
from intake.documents.refusal import DocumentRefused
from intake.messages import refusal_of
from media.imaging.filenames import cleaned
from media.imaging.opening import open_negative
from media.imaging.refusal import PictureRefused
from media.reasons import reason

READING_SECONDS = 20  # somebody waits for the page
LATER = ("busy", "too_slow", "too_hungry", "no_converter")  # for the worker to try, or to say at the desk


def wrong_with_photo(file):
    """A sentence, or "". The picture is measured and not decoded: the worker does that."""
    try:
        if file.size > LARGEST_PHOTO:
            megabytes = {"megabytes": file.size >> 20, "limit": LARGEST_PHOTO >> 20}
            return refusal_of(DocumentRefused("too_large", **megabytes), cleaned(file.name))
        open_negative(file, file.name)
    except PictureRefused as refused:
        return reason(refused, file.name)
    except (OSError, ValueError, SyntaxError):
        return reason(PictureRefused("damaged"), file.name)
    finally:
        file.seek(0)
    return ""


def wrong_with_document(file):
    """A sentence, or "". A Word file of today is read at once; older ones take LibreOffice, and the worker."""
    try:
        if file.size > LARGEST_DOCUMENT:
            raise DocumentRefused("too_large", megabytes=file.size >> 20, limit=LARGEST_DOCUMENT >> 20)
        data = file.read()
        check_kind(file.name, data)
        if kind_of(data) == "zip" and extension(file.name) != ".odt":
            check_words(read_apart(file.name, data, READING_SECONDS))
    except DocumentRefused as refused:
        return "" if refused.code in LATER else refusal_of(refused, cleaned(file.name))
    finally:
        file.seek(0)
    return ""


def check_kind(name, data):
    kind = kind_of(data)
    if not data:
        raise DocumentRefused("empty")
    if kind is None:
        if extension(name) not in TEXT_NAMES:
            raise DocumentRefused("unknown")
        read_file(name, data)
    elif not is_of_a_writer(kind, data):
        raise DocumentRefused("unsupported", kind=kind.upper())


def is_of_a_writer(kind, data):
    """Word of any age, WPS, rich text, OpenDocument. A zip of anything else may hold what it likes."""
    if kind == "compound":
        return compound_kind(data) in ("doc", "wps")
    if kind == "zip":
        return b"[Content_Types].xml" in data or data[30:38] == b"mimetype"
    return kind == "rtf"


def check_words(drop):
    if not any(document.text.strip() for document in drop.documents):
        raise DocumentRefused("no_text")
