"""Opening a PDF, and the one lock under which it is read: PDFium knows no threads."""

import ctypes
import math
import threading
from contextlib import contextmanager

import pypdfium2
import pypdfium2.raw as pdfium

from intake.documents.refusal import DocumentRefused

MOST_PAGES = 50
ONE_AT_A_TIME = threading.RLock()


@contextmanager
def opened(data):
    with ONE_AT_A_TIME:
        document = load(data)
        try:
            yield document
        finally:
            document.close()


def load(data):
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        # A file without pages leaves the error of the file before it.
        told = error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        locked = told and b"/Encrypt" in data
        raise DocumentRefused("encrypted" if locked else "damaged", kind="pdf") from error
    pages = len(document)
    if pages < 1:
        document.close()
        raise DocumentRefused("damaged", kind="pdf")
    if pages > MOST_PAGES:
        document.close()
        raise DocumentRefused("too_many_pages", pages=pages, limit=MOST_PAGES)
    return document


class Sheet:
    """A page as it is shown: points from the upper left corner, whatever its boxes and its turn say."""

    FINE = 1_000_000

    def __init__(self, page):
        self.page = page
        self.width, self.height = page.get_size()
        if not (1 <= self.width <= 30_000 and 1 <= self.height <= 30_000):
            raise DocumentRefused("damaged", kind="pdf")
        (self.e, self.f), (ax, ay), (cx, cy) = (self.shown(*point) for point in ((0, 0), (1000, 0), (0, 1000)))
        self.a, self.b = (ax - self.e) / 1000, (ay - self.f) / 1000
        self.c, self.d = (cx - self.e) / 1000, (cy - self.f) / 1000

    def shown(self, x, y):
        right, down = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDF_PageToDevice(self.page, 0, 0, self.FINE, self.FINE, 0, x, y, right, down)
        return right.value * self.width / self.FINE, down.value * self.height / self.FINE

    def point(self, x, y):
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def direction(self, x, y):
        return self.a * x + self.c * y, self.b * x + self.d * y

    def edges(self, left, bottom, right, top):
        """left, top, right, bottom of what the page's own coordinates call left, bottom, right, top."""
        if not all(map(math.isfinite, (left, bottom, right, top))):
            return 0.0, 0.0, 0.0, 0.0
        (x1, y1), (x2, y2) = self.point(left, bottom), self.point(right, top)
        return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)
