"""Files as they reach the desk, made on the spot: Word by python-docx, pages by reportlab."""

import io
import zipfile
from functools import cache

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from tests.pictures import draw, encoded

FONT = "STSong-Light"  # named in the file, not embedded; every reader knows its characters
LEADING = 1.5


def word(*paragraphs, build=None):
    """A .docx of plain paragraphs; build adds to it what else a test would like."""
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if build:
        build(document)
    return saved(document)


def saved(document):
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def raw_paragraph(document, inside):
    """A paragraph of Word's own XML: what python-docx cannot write, such as a tracked change."""
    place = document.element.body
    place.insert(len(place) - 1, parse_xml(f"<w:p {nsdecls('w')}>{inside}</w:p>"))


def run(text, properties=""):
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


def photo(*, size=(400, 300), format="JPEG"):
    return encoded(draw(size=size), format=format)


def zipped(*members, **options):
    """members are pairs of name and bytes; a name as bytes is written as it is, in whatever encoding."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, **options) as archive:
        for name, content in members:
            if isinstance(name, bytes):
                name = PlainName(name.decode("cp437"))
            archive.writestr(name, content)
    return buffer.getvalue()


class PlainName(zipfile.ZipInfo):
    """As Chinese Windows writes it: raw bytes, and no word about their encoding."""

    def _encodeFilenameFlags(self):  # noqa: N802 - zipfile's name
        return self.filename.encode("cp437"), self.flag_bits


@cache
def font():
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    return FONT


class Sheet:
    """A page of a newspaper, drawn from its upper left corner in points."""

    def __init__(self, width=1000, height=1400, **options):
        self.width, self.height = width, height
        self.buffer = io.BytesIO()
        self.canvas = Canvas(self.buffer, pagesize=(width, height), **options)

    def line(self, text, left, base, size=10, spacing=0):
        self.canvas.setFont(font(), size)
        self.canvas.drawString(left, self.height - base, text, charSpace=spacing)

    def upright(self, text, left, top, size=30):
        for place, sign in enumerate(text):
            self.line(sign, left, top + size * (0.88 + 1.1 * place), size)

    def column(self, paragraphs, left, top, *, signs=18, lines=40, size=10, indent=True):
        """Set in a column so many signs wide; returns the paragraphs that found no room, as they were broken."""
        base = top + size
        while paragraphs and lines:
            text, paragraphs = paragraphs[0], paragraphs[1:]
            first = "\0\0" + text if indent and not text.startswith("\1") else text.lstrip("\1")
            row, rest = first[:signs], first[signs:]
            self.line(row.lstrip("\0"), left + size * row.count("\0"), base, size)
            paragraphs = ["\1" + rest, *paragraphs] if rest else paragraphs
            base, lines = base + LEADING * size, lines - 1
        return paragraphs

    def columns(self, paragraphs, left, top, *, number, signs=18, gutter=15, **how):
        for place in range(number):
            x = left + place * (signs * how.get("size", 10) + gutter)
            paragraphs = self.column(paragraphs, x, top, signs=signs, **how)
        return paragraphs

    def rule(self, x1, y1, x2, y2):
        self.canvas.line(x1, self.height - y1, x2, self.height - y2)

    def frame(self, left, top, right, bottom):
        self.canvas.rect(left, self.height - bottom, right - left, bottom - top)

    def ground(self, left, top, right, bottom):
        self.canvas.setFillGray(0.92)
        self.canvas.rect(left, self.height - bottom, right - left, bottom - top, stroke=0, fill=1)
        self.canvas.setFillGray(0)

    def photo(self, left, top, width, height):
        picture = ImageReader(io.BytesIO(photo()))
        self.canvas.drawImage(picture, left, self.height - top - height, width, height)

    def turn_page(self):
        self.canvas.showPage()

    def pdf(self):
        self.canvas.save()
        return self.buffer.getvalue()
