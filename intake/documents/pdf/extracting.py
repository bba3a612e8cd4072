"""One photo out of a page as the page shows it: its own file where that is a JPEG shown whole, else drawn anew."""

import ctypes
import io
import math

import pypdfium2.raw as pdfium
from PIL import Image

SHORTEST_SIDE = 120  # pixels
MOST_PIXELS = 40_000_000
LARGEST_FILE = 60 * 2**20
SOLID = 250  # of 255; below it shines through
ORIENTATION = 0x0112
TURNS = {90: Image.Transpose.ROTATE_270, 180: Image.Transpose.ROTATE_180, 270: Image.Transpose.ROTATE_90}


def extracted(area, pieces, sheet):
    """Bytes and extension; None for what is too small or too large, or has no colours and no greys."""
    width, height = size_of(pieces, area)
    if min(width, height) < SHORTEST_SIDE or width * height > MOST_PIXELS:
        return None
    if len(pieces) > 1 or stands_in_turned_form(pieces[0]):
        return developed(region(area, sheet, width))
    (found,) = pieces
    if is_shown_whole(found, sheet):
        return raw_jpeg(found) or developed(pictured(found.get_bitmap(render=False)))
    return developed(as_shown(found, sheet))


def size_of(pieces, area):
    """In pixels; of several pieces as fine as the finest of them."""
    if len(pieces) == 1:
        return pieces[0].get_px_size()
    fine = max(found.get_px_size()[0] / max(1.0, spread(found)) for found in pieces)
    return int(area.width * fine), int(area.height * fine)


def spread(found):
    matrix = found.get_matrix()
    return math.hypot(matrix.a, matrix.b)


def stands_in_turned_form(found):
    form = found.container
    while form is not None:
        if not is_upright(form.get_matrix()):
            return True
        form = form.container
    return False


def is_upright(matrix):
    return matrix.a > 0 and matrix.d > 0 and abs(matrix.b) + abs(matrix.c) < 0.01 * (matrix.a + matrix.d)


def is_shown_whole(found, sheet):
    """Neither turned, nor cut by a frame, nor under a mask: drawn small, every pixel of it is solid."""
    if sheet.page.get_rotation() or not is_upright(found.get_matrix()):
        return False
    small = pictured(found.get_bitmap(render=True, scale_to_original=False))
    return small.mode != "RGBA" or small.getchannel("A").getextrema()[0] >= SOLID


def raw_jpeg(found):
    """A picture packed twice is no file of its own; one in the colours of print is made one for the screen, and one
    that a camera wants turned is not turned on the page."""
    if list(found.get_filters()) != ["DCTDecode"]:
        return None
    length = pdfium.FPDFImageObj_GetImageDataRaw(found, None, 0)
    if not 0 < length <= LARGEST_FILE:
        return None
    buffer = (ctypes.c_ubyte * length)()
    pdfium.FPDFImageObj_GetImageDataRaw(found, buffer, length)
    content = bytes(buffer)
    return (content, "jpg") if content.startswith(b"\xff\xd8\xff") and is_plain(content) else None


def is_plain(content):
    with Image.open(io.BytesIO(content)) as picture:
        return picture.mode in ("RGB", "L") and picture.getexif().get(ORIENTATION, 1) == 1


def as_shown(found, sheet):
    """With its mask, turned and cut as on the page, on white paper."""
    drawn = pictured(found.get_bitmap(render=True)).convert("RGBA")
    edges = drawn.getchannel("A").getbbox()
    paper = Image.new("RGBA", drawn.size, "white")
    paper.alpha_composite(drawn)
    turn = TURNS.get(sheet.page.get_rotation())
    shown = paper.crop(edges)
    return shown.transpose(turn) if turn is not None else shown


def region(area, sheet, width):
    """That part of the page, with whatever else is printed on it."""
    scale = width / area.width
    crop = (area.left, sheet.height - area.bottom, sheet.width - area.right, area.top)
    return pictured(sheet.page.render(scale=scale, crop=crop))


def pictured(bitmap):
    return bitmap.to_pil().copy()  # the bitmap itself goes when PDFium likes


def developed(picture):
    picture = picture.convert("RGB")
    if min(picture.size) < SHORTEST_SIDE or is_line_art(picture):
        return None
    output = io.BytesIO()
    picture.save(output, "JPEG", quality=92)
    return output.getvalue(), "jpg"


def is_line_art(picture):
    """Black and white and next to nothing between: a code to scan, a signature, a printed form."""
    histogram = picture.resize((200, 200), Image.Resampling.NEAREST).convert("HSV")
    _, saturation, value = histogram.split()
    grey = sum(saturation.histogram()[:16])
    middle = sum(value.histogram()[32:224])
    return grey > 0.98 * 200 * 200 and middle < 0.02 * 200 * 200
