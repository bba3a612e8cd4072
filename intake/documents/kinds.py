"""What kind of file it is, told by its first bytes; the name decides only where bytes cannot."""

from pathlib import PurePosixPath

LARGEST = 200 * 2**20
PAGE_WIDTH = 1920  # pixels of a page that is drawn
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of Word 97-2003, and of every encrypted .docx
PICTURES = [
    (0, b"\xff\xd8\xff"),
    (0, b"\x89PNG\r\n\x1a\n"),
    (8, b"WEBP"),
    (4, b"ftypheic"),
    (4, b"ftypmif1"),
    (4, b"ftypheix"),
]
# Files that people drop by mistake, by the name under which they know them.
OTHERS = [
    (0, b"GIF8", "GIF"),
    (0, b"BM", "BMP"),
    (0, b"8BPS", "PSD"),
    (0, b"II*\x00", "TIFF"),
    (0, b"MM\x00*", "TIFF"),
    (0, b"Rar!", "RAR"),
    (0, b"7z\xbc\xaf", "7z"),
    (0, b"\x1f\x8b", "gzip"),
    (4, b"ftyp", "MP4"),
    (0, b"MZ", "EXE"),
]
TEXT_NAMES = {".txt", ".text", ".md", ""}


def kind_of(data):
    """pdf, zip, compound, rtf or picture; the name of a kind we do not take, in capitals or so; None may be text."""
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(COMPOUND):
        return "compound"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    if data.startswith(b"{\\rtf"):
        return "rtf"
    if any(data.startswith(mark, offset) for offset, mark in PICTURES):
        return "picture"
    return other_kind(data)


def other_kind(data):
    if name := next((name for offset, mark, name in OTHERS if data.startswith(mark, offset)), None):
        return name
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html", b"<head", b"<body")):
        return "HTML"
    return "XML" if start.startswith(b"<?xml") else None


def compound_kind(data):
    """Which program's file the old container holds: its streams are named in UTF-16."""

    def holds(stream):
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        return "encrypted"
    if holds("WordDocument"):
        return "doc"
    if holds("Workbook") or holds("Book"):
        return "Excel"
    return "PowerPoint" if holds("PowerPoint Document") else "wps"


def extension(name):
    return PurePosixPath(name.replace("\\", "/")).suffix.lower()


def last_part(name):
    return name.replace("\\", "/").rsplit("/", 1)[-1]
