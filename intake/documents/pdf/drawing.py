"""Rules, frames and pictures of a page."""

from functools import partial
from itertools import islice

import pypdfium2
import pypdfium2.raw as pdfium

from intake.documents.pdf.clips import clipped
from intake.documents.pdf.shapes import Area, Drawing

MOST_OBJECTS = 20_000
DEEPEST = 4
THIN = 3.0  # points
SHORTEST_RULE = 30.0


def drawing_of(sheet):
    drawing = Drawing()
    kinds = [pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE]
    for found in islice(sheet.page.get_objects(filter=kinds, max_depth=DEEPEST), MOST_OBJECTS):
        area = area_of(sheet, found)
        if area is None:
            continue
        if found.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            shown = clipped(area, found, sheet, partial(edges_of, sheet))
            if shown.width and shown.height:
                drawing.pictures.append((shown, found))
        elif not sort_in(drawing, area, sheet):
            drawing.curves.append((area, pdfium.FPDFPath_CountSegments(found)))
    return drawing


def area_of(sheet, found):
    """On the page, also when the object lies in a form that is moved or scaled as a whole."""
    try:
        left, bottom, right, top = found.get_bounds()
        return Area(*edges_of(sheet, found, [(left, bottom), (left, top), (right, bottom), (right, top)]))
    except pypdfium2.PdfiumError:
        return None


def edges_of(sheet, found, corners):
    form = found.container
    while form is not None:
        matrix = form.get_matrix()
        corners = [matrix.on_point(*corner) for corner in corners]
        form = form.container
    across, up = zip(*corners, strict=True)
    return sheet.edges(min(across), min(up), max(across), max(up))


def sort_in(drawing, area, sheet):
    """True where it is a rule or a frame."""
    if area.height <= THIN and area.width >= SHORTEST_RULE:
        drawing.lying.append(area)
    elif area.width <= THIN and area.height >= SHORTEST_RULE:
        drawing.standing.append(area)
    elif is_frame(area, sheet):
        drawing.frames.append(area)
        for x in (area.left, area.right):
            drawing.standing.append(Area(x, area.top, x, area.bottom))
        for y in (area.top, area.bottom):
            drawing.lying.append(Area(area.left, y, area.right, y))
    else:
        return False
    return True


def is_frame(area, sheet):
    """Around a story; neither around the page nor around a word."""
    small = area.width < sheet.width * 0.1 or area.height < sheet.height * 0.04
    return not small and (area.width < sheet.width * 0.9 or area.height < sheet.height * 0.7)
