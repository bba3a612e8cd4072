"""One page of several as a PDF of its own: nothing of the other pages is in it, nor what the file says of itself."""

import io

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import ImageChops

from intake.documents.pdf.reaching import without_unreached

WIDTH = 240  # pixels in which the page and its copy are compared
FAINT = 48  # of 255, at the edge of a letter
WRONG = 0.002  # share of the pixels


def cut_out(document, index):
    """The bytes; nothing where the copy does not look like the page, as with layers that are switched off."""
    try:
        copied = captured(alone(document, index))
        with pypdfium2.PdfDocument(without_unreached(copied)) as last, pypdfium2.PdfDocument.new() as new:
            new.import_pages(last, [0])
            return saved(new) if looks_alike(document[index], new[0]) else b""
    except (pypdfium2.PdfiumError, ValueError, OSError):
        return b""


def alone(document, index):
    """Pages often share one list of resources: PDFium takes those off it that the page does not use, when it writes the
    page anew, as it does for one more object on it."""
    with pypdfium2.PdfDocument.new() as new:
        new.import_pages(document, [index])
        page = new[0]
        pdfium.FPDFPage_InsertObject(page, pdfium.FPDFPageObj_CreateNewPath(0, 0))
        page.gen_content()
        return saved(new)


def captured(data):
    """What is drawn on the page and no more: links, notes, threads and a program's own remarks stay behind."""
    with pypdfium2.PdfDocument(data) as document, pypdfium2.PdfDocument.new() as new:
        drawn = pdfium.FPDF_NewXObjectFromPage(new, document, 0)
        if not drawn:
            raise ValueError("PDFium could not take the page.")
        page = new.new_page(*document[0].get_size())
        pdfium.FPDFPage_InsertObject(page, pdfium.FPDF_NewFormObjectFromXObject(drawn))
        page.gen_content()
        pdfium.FPDF_CloseXObject(drawn)
        return saved(new)


def saved(document):
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def looks_alike(page, copy):
    one, other = (small(sheet) for sheet in (page, copy))
    if one.size != other.size:
        return False
    differs = ImageChops.difference(one, other).point(lambda value: 255 * (value > FAINT)).histogram()[255]
    return differs <= WRONG * one.width * one.height


def small(page):
    bitmap = page.render(scale=WIDTH / page.get_width())
    try:
        return bitmap.to_pil().convert("L")
    finally:
        bitmap.close()
