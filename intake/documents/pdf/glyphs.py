"""Every character of a page with its place, asked of PDFium one by one: its own lines run across columns."""

import ctypes
import math
from dataclasses import dataclass, field
from typing import NamedTuple

import pypdfium2.raw as pdfium

from intake.documents.pdf.signs import sign_of, whole
from intake.documents.refusal import DocumentRefused

MOST_GLYPHS = 300_000
SMALLEST = 2.0  # points; smaller type is no text for readers


class Glyph(NamedTuple):
    sign: str
    left: float
    right: float
    base: float
    size: float


@dataclass
class Glyphs:
    glyphs: list[Glyph] = field(default_factory=list)
    unknown: int = 0  # no one can tell which character they are: the font does not say
    turned: int = 0


def glyphs_of(sheet):
    textpage = sheet.page.get_textpage()
    try:
        number = pdfium.FPDFText_CountChars(textpage)
        if number > MOST_GLYPHS:
            raise DocumentRefused("bomb", limit=MOST_GLYPHS)
        return read(sheet, textpage.raw, number)
    finally:
        textpage.close()


def read(sheet, textpage, number):
    found, seen = Glyphs(), set()
    box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    x, y, high = ctypes.c_double(), ctypes.c_double(), 0
    for index in range(number):
        if pdfium.FPDFText_IsGenerated(textpage, index) == 1:
            continue
        code = pdfium.FPDFText_GetUnicode(textpage, index)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        sign, high = sign_of(whole(high, code)), 0
        if not sign or pdfium.FPDFText_HasUnicodeMapError(textpage, index) == 1:
            found.unknown += 1
            continue
        pdfium.FPDFText_GetLooseCharBox(textpage, index, box)
        pdfium.FPDFText_GetMatrix(textpage, index, matrix)
        pdfium.FPDFText_GetCharOrigin(textpage, index, x, y)
        size = pdfium.FPDFText_GetFontSize(textpage, index) * math.hypot(matrix.c, matrix.d)
        glyph = placed(sheet, sign, box, matrix, (x.value, y.value), size)
        if glyph is None:
            found.turned += not sign.isspace()
        elif is_on(sheet, glyph) and (key := place_of(glyph)) not in seen:
            seen.add(key)
            found.glyphs.append(glyph)
    return found


def placed(sheet, sign, box, matrix, origin, size):
    """None for type that does not stand upright as the page is shown."""
    across, down = sheet.direction(matrix.a, matrix.b)
    if not across > 5 * abs(down):
        return None
    left, _, right, _ = sheet.edges(box.left, box.bottom, box.right, box.top)
    _, base = sheet.point(*origin)
    return Glyph(sign, left, max(right, left), base, size)


def is_on(sheet, glyph):
    """What printers write beside the page is cut off with its margin."""
    middle = (glyph.left + glyph.right) / 2
    return (
        SMALLEST <= glyph.size < sheet.height and 0 <= middle <= sheet.width and 0 <= glyph.base <= sheet.height * 1.01
    )


def place_of(glyph):
    """Type is made bold by printing it twice, a hair apart."""
    step = glyph.size / 3
    return glyph.sign, round(glyph.size, 1), round(glyph.left / step), round(glyph.base / step)
