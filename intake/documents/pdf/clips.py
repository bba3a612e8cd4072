"""What of a picture is shown: designers lay it into a frame, and what hangs over is cut off."""

import ctypes
import math

import pypdfium2.raw as pdfium

MOST_CORNERS = 400


def clipped(area, found, sheet, placed):
    """The area, cut to its own frames, to those of the forms it lies in, and to the page. placed: corners to edges."""
    area = area.cut_to(0, 0, sheet.width, sheet.height)
    while found is not None:
        for corners in clip_paths(found):
            if corners:
                area = area.cut_to(*placed(found, corners))
        found = found.container
    return area


def clip_paths(found):
    paths = pdfium.FPDFPageObj_GetClipPath(found)
    x, y = ctypes.c_float(), ctypes.c_float()
    for path in range(max(0, pdfium.FPDFClipPath_CountPaths(paths)) if paths else 0):
        corners = []
        for number in range(min(MOST_CORNERS, pdfium.FPDFClipPath_CountPathSegments(paths, path))):
            pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFClipPath_GetPathSegment(paths, path, number), x, y)
            if math.isfinite(x.value) and math.isfinite(y.value):
                corners.append((x.value, y.value))
        yield corners
