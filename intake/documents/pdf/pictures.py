"""Photos out of a page: as the file they were where that is a JPEG, else drawn anew."""

import ctypes
import io

import pypdfium2
import pypdfium2.raw as pdfium

from intake.documents.pdf.composing import percent
from intake.documents.pdf.headlines import is_beside
from intake.documents.pdf.shapes import Area
from intake.documents.result import Note, Picture

MOST_PIECES = 80
SMALLEST_SHARE, WHOLE_PAGE = 0.008, 0.85  # of the page's area
SHORTEST_SIDE = 120
MOST_PIXELS = 40_000_000
LARGEST_FILE = 60 * 2**20


def pictures_of(sheet, drawing, page, usual, number):
    """Pictures and notes. A page whose pictures were cut into strips by its maker gives none."""
    large = [(area, found) for area, found in drawing.pictures if is_photo(area, sheet)]
    if len(drawing.pictures) > MOST_PIECES:
        return (), (Note("pictures_in_pieces", {"page": number, "count": len(drawing.pictures)}),)
    pictures = []
    for area, found in large:
        made = extracted(found)
        if made:
            caption, position = beside(area, page, sheet, usual)
            name = f"{number:02}-{len(pictures) + 1}.{made[1]}"
            pictures.append(Picture(made[0], name, near=caption, position=position, box=percent(area, sheet)))
    return tuple(pictures), ()


def is_photo(area, sheet):
    share = area.width * area.height / (sheet.width * sheet.height)
    return (
        SMALLEST_SHARE <= share <= WHOLE_PAGE and area.width > 0.03 * sheet.width and area.height > 0.02 * sheet.height
    )


def extracted(found):
    """Bytes and extension; None for what is too small, too large or cannot be drawn."""
    try:
        width, height = found.get_px_size()
        if min(width, height) < SHORTEST_SIDE or width * height > MOST_PIXELS:
            return None
        return raw_jpeg(found) or drawn(found)
    except (pypdfium2.PdfiumError, ValueError, OSError):
        return None


def raw_jpeg(found):
    """A picture under a mask, or packed twice, is no file of its own."""
    if list(found.get_filters()) != ["DCTDecode"]:
        return None
    length = pdfium.FPDFImageObj_GetImageDataRaw(found, None, 0)
    if not 0 < length <= LARGEST_FILE:
        return None
    buffer = (ctypes.c_ubyte * length)()
    pdfium.FPDFImageObj_GetImageDataRaw(found, buffer, length)
    content = bytes(buffer)
    return (content, "jpg") if content.startswith(b"\xff\xd8\xff") else None


def drawn(found):
    output = io.BytesIO()
    found.get_bitmap(render=False).to_pil().convert("RGB").save(output, "JPEG", quality=92)
    return output.getvalue(), "jpg"


def beside(area, page, sheet, usual):
    """The caption nearest below or beside it, and its place in the text; without one the text's end."""
    captions = [block for block in page.blocks if block.kind == "caption"]
    near = [block for block in captions if is_beside(on_sheet(block, sheet), area, usual)]
    if not near:
        return "", len(page.text)
    best = min(near, key=lambda block: abs(on_sheet(block, sheet).top - area.bottom))
    return best.text, best.start


def on_sheet(block, sheet):
    """A block's box in points again."""
    box, across, down = block.box, sheet.width / 100, sheet.height / 100
    return Area(box.left * across, box.top * down, box.right * across, box.bottom * down)
