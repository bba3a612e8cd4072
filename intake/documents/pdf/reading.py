"""A PDF as a Document: its pages one after the other."""

from dataclasses import replace

import pypdfium2

from intake.documents.pdf.blocks import blocks_of
from intake.documents.pdf.composing import composed
from intake.documents.pdf.curves import are_letters, lines_in_curves
from intake.documents.pdf.cutting import cut_out
from intake.documents.pdf.drawing import drawing_of
from intake.documents.pdf.glyphs import glyphs_of
from intake.documents.pdf.headlines import set_kinds
from intake.documents.pdf.lines import lines_of
from intake.documents.pdf.opening import Sheet, opened
from intake.documents.pdf.pictures import pictures_of
from intake.documents.pdf.runs import usual_size
from intake.documents.pdf.stories import Layout
from intake.documents.refusal import DocumentRefused
from intake.documents.result import Document, Note, PageRead

FEWEST_GLYPHS = 20  # a scan with a stamp on it has no text either
GARBLED, WORTH_SAYING = 0.3, 0.005
PICTURED = 0.5
MOST_BLOCKS = 10_000  # a page of a newspaper has some hundred
LARGEST_FILES = 200 * 2**20
BETWEEN_PAGES = "\n\n\n\n"


def read_pdf(name, data):
    pages, at = [], 0
    with opened(data) as document:
        for index in range(len(document)):
            page = read_sheet(document, index, at)
            pages.append(page)
            at += len(page.text) + len(BETWEEN_PAGES)
        refuse_without_text(pages)
        pages = list(with_files(document, pages))
    text = BETWEEN_PAGES.join(page.text for page in pages)
    pictures = tuple(picture for page in pages for picture in page.pictures)
    notes = tuple(note for page in pages for note in page.notes)
    return Document(name, "pdf", text, pictures, notes, pages=tuple(pages))


def with_files(document, pages):
    """Of several pages each gets its own PDF, as long as they do not swell: all bring their fonts along."""
    room = LARGEST_FILES if len(pages) > 1 else 0
    for page in pages:
        file = cut_out(document, page.number - 1) if page.text and room > 0 else b""
        room -= len(file)
        yield replace(page, file=file)


def refuse_without_text(pages):
    """One page of many may be a full-page picture; a paper of nothing else is a scan."""
    if any(page.text for page in pages):
        return
    codes = {note.code for page in pages for note in page.notes}
    for code in ("garbled", "outlined", "scanned"):
        if code in codes:
            raise DocumentRefused(code, pages=len(pages))
    if "unreadable" in codes:
        raise DocumentRefused("damaged", kind="pdf")
    raise DocumentRefused("no_text")


def read_sheet(document, index, start):
    number = index + 1
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        return PageRead(number, 0, 0, notes=(Note("unreadable", {"page": number}),), start=start)
    try:
        return read_page(Sheet(page), number, start)
    except pypdfium2.PdfiumError:
        return PageRead(number, 0, 0, notes=(Note("unreadable", {"page": number}),), start=start)
    finally:
        page.close()


def read_page(sheet, number, start):
    found, drawing = glyphs_of(sheet), drawing_of(sheet)
    usual = usual_size(found.glyphs)
    blocks = blocks_of(lines_of(found.glyphs, drawing, usual), drawing) if is_text(found) else []
    if len(blocks) > MOST_BLOCKS:
        raise DocumentRefused("bomb", limit=MOST_BLOCKS)
    set_kinds(blocks, drawing, usual, sheet)
    page = composed(sheet, blocks, Layout(blocks, drawing, usual).deal(), usual)
    pictures, notes = pictures_of(sheet, drawing, page, blocks, usual, number)
    notes = (*notes_of(found, drawing, sheet, usual, number), *notes)
    return PageRead(
        *(number, round(sheet.width, 2), round(sheet.height, 2), page.text, tuple(page.blocks)),
        *(pictures, notes, tuple(page.hints), start),
    )


def share_unknown(found):
    return found.unknown / max(1, found.unknown + len(found.glyphs))


def is_text(found):
    return len(found.glyphs) >= FEWEST_GLYPHS and share_unknown(found) < GARBLED


def notes_of(found, drawing, sheet, usual, number):
    share, has_text = share_unknown(found), len(found.glyphs) + found.unknown >= FEWEST_GLYPHS
    if not has_text and is_pictured(drawing, sheet):
        yield Note("scanned", {"page": number})
    elif not has_text and are_letters(drawing.curves):
        yield Note("outlined", {"page": number})
    elif has_text and (lines := lines_in_curves(drawing.curves, usual)):
        yield Note("outlined_lines", {"page": number, "count": lines})
    if has_text and share > WORTH_SAYING:
        yield Note("garbled", {"page": number, "share": round(share, 3)})
    if found.turned:
        yield Note("turned_text", {"page": number, "count": found.turned})


def is_pictured(drawing, sheet):
    area = sum(area.width * area.height for area, _ in drawing.pictures)
    return area > PICTURED * sheet.width * sheet.height
