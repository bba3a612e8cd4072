"""The picture of a page, for the e-paper."""

import io

import pypdfium2

from intake.documents.kinds import PAGE_WIDTH
from intake.documents.pdf.opening import Sheet, opened
from intake.documents.refusal import DocumentRefused

MOST_PIXELS = 24_000_000  # four bytes each while it is drawn
QUALITY = 85


def render_page(data, index, width=PAGE_WIDTH):
    """JPEG of one page, counted from 0. A page much taller than wide is made narrower rather than refused."""
    with opened(data) as document:
        if not 0 <= index < len(document):
            raise DocumentRefused("damaged", kind="pdf")
        try:
            page = document[index]
            sheet = Sheet(page)
            bitmap = page.render(scale=scale_of(sheet, width), prefer_bgrx=True)
        except pypdfium2.PdfiumError as error:
            raise DocumentRefused("damaged", kind="pdf") from error
        return jpeg(bitmap)


def scale_of(sheet, width):
    scale = width / sheet.width
    pixels = sheet.width * sheet.height * scale * scale
    return scale if pixels <= MOST_PIXELS else scale * (MOST_PIXELS / pixels) ** 0.5


def jpeg(bitmap):
    try:
        output = io.BytesIO()
        bitmap.to_pil().convert("RGB").save(output, "JPEG", quality=QUALITY, optimize=True)
        return output.getvalue()
    finally:
        bitmap.close()
