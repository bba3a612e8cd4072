"""EXIF: of the camera's many tags the few that say what a caption says. The directory of its place is never opened."""

import struct

from media.embedded.characters import encoding_of, words
from media.embedded.fields import EXIF_TAKEN, EXIF_ZONE, FIELDS, SHORT

ORDERS = {b"II*\0": "<", b"MM\0*": ">"}
EXIF_DIRECTORY = 0x8769
MOST_ENTRIES = 512
LARGEST_TEXT = 65_536
TEXTS = {2, 129}  # ASCII, which in truth is any encoding; UTF-8 of EXIF 3.0
WANTED = {field.exif for field in FIELDS if field.exif} | {EXIF_TAKEN, EXIF_ZONE}
# What cameras and programs write where a caption belongs.
NO_CAPTION = {"OLYMPUS DIGITAL CAMERA", "SONY DSC", "KODAK DIGITAL STILL CAMERA", "DIGITAL CAMERA", "DCIM", "DEFAULT"}


def read_exif(block):
    """({name of a field: its Words}, when it was taken and in which zone, whether the block was whole)."""
    texts, is_whole = texts_of(block.removeprefix(b"Exif\0\0"))
    encoding = encoding_of([value for value in texts.values() if value])
    found = {}
    for field in FIELDS:
        value = texts.get(field.exif, b"") if field.exif else b""
        pieces = value.split(b";") if field.is_list else [value.split(b"\0")[0]]
        said = [words(piece, encoding, longest=field.longest) for piece in pieces]
        if said := [text for text in said if text.text and text.text.upper() not in NO_CAPTION]:
            found[field.name] = said
    taken = tuple(texts.get(tag, b"")[:SHORT].decode("latin-1").strip("\0 ") for tag in (EXIF_TAKEN, EXIF_ZONE))
    return found, taken, is_whole


def texts_of(data):
    """Two directories at most, so that no circle of pointers leads anywhere."""
    order = ORDERS.get(data[:4])
    if order is None:
        return {}, False
    try:
        first = directory(data, order, number_at(data, order, 4))
        inner = first.pop(EXIF_DIRECTORY, None)
        found = first | (directory(data, order, inner) if isinstance(inner, int) else {})
    except struct.error:
        return {}, False
    texts = {tag: value for tag, value in found.items() if isinstance(value, bytes)}
    return texts, len(texts) == len(found)


def directory(data, order, at):
    """{tag: bytes, or the place of another directory, or None where a text lies outside of the file}."""
    (count,) = struct.unpack_from(order + "H", data, at)
    found = {}
    for number in range(min(count, MOST_ENTRIES)):
        place = at + 2 + 12 * number
        tag, kind, length = struct.unpack_from(order + "HHL", data, place)
        if tag == EXIF_DIRECTORY:
            found[tag] = number_at(data, order, place + 8)
        elif tag in WANTED and kind in TEXTS and length:
            found[tag] = text_at(data, place + 8 if length <= 4 else number_at(data, order, place + 8), length)
    return found


def number_at(data, order, at):
    return struct.unpack_from(order + "L", data, at)[0]


def text_at(data, at, length):
    value = data[at : at + min(length, LARGEST_TEXT)]
    return value.rstrip(b"\0 ") if at + length <= len(data) else None
