import io
from unittest import TestCase

import pypdfium2
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption

from intake.documents.opening import read_file
from intake.documents.pdf.reading import read_pdf
from intake.documents.pdf.rendering import render_page
from intake.documents.refusal import DocumentRefused
from intake.documents.result import Note
from tests.intake.documents.samples import Sheet

TEXT = "日前，江畔区总工会来到车间一线，为职工送去清凉，受到大家的欢迎，纷纷点赞。"


def page(**options):
    sheet = Sheet(**options)
    sheet.column([TEXT], 60, 100)
    return sheet


def scan():
    sheet = Sheet()
    sheet.photo(0, 0, 1000, 1400)
    return sheet


def draw_letters(canvas, left, base, *, rows, size):
    """Twelve letters a row, as a printer's program draws them."""
    for row in range(rows):
        for number in range(12):
            letter = canvas.beginPath()
            x, y = left + number * 1.1 * size, base - row * 1.5 * size
            letter.moveTo(x, y)
            for step in range(12):
                letter.curveTo(x, y + step, x + size, y + size - step, x + size * (step % 2), y + size)
            canvas.drawPath(letter, stroke=0, fill=1)


class PdfFileTests(TestCase):
    def refused(self, data):
        with self.assertRaises(DocumentRefused) as caught:
            read_file("01.pdf", data)
        return caught.exception.code, caught.exception.facts

    def test_with_a_password_is_refused(self):
        self.assertEqual(self.refused(page(encrypt=StandardEncryption("secret")).pdf()), ("encrypted", {"kind": "pdf"}))

    def test_that_only_forbids_changes_is_read(self):
        data = page(encrypt=StandardEncryption("", ownerPassword="secret", canModify=0)).pdf()

        self.assertEqual(read_pdf("01.pdf", data).text, TEXT)

    def test_of_scans_is_refused(self):
        self.assertEqual(self.refused(scan().pdf()), ("scanned", {"pages": 1}))

    def test_of_curves_is_refused(self):
        sheet = Sheet()
        draw_letters(sheet.canvas, 60, 1300, rows=20, size=20)

        self.assertEqual(self.refused(sheet.pdf()), ("outlined", {"pages": 1}))

    def test_says_that_headlines_are_curves(self):
        sheet = page()
        draw_letters(sheet.canvas, 60, 1340, rows=1, size=30)

        self.assertEqual(read_pdf("01.pdf", sheet.pdf()).notes, (Note("outlined_lines", {"page": 1, "count": 1}),))

    def test_of_rules_frames_and_ornaments_says_nothing_of_curves(self):
        sheet = page()
        sheet.frame(60, 300, 500, 600)
        for number in range(20):
            sheet.rule(60, 700 + 9 * number, 500, 700 + 9 * number)
            sheet.canvas.circle(600 + 13 * number, 300, 3 + number)

        self.assertEqual(read_pdf("01.pdf", sheet.pdf()).notes, ())

    def test_without_anything_is_refused(self):
        sheet = Sheet()
        sheet.turn_page()

        self.assertEqual(self.refused(sheet.pdf()), ("no_text", {}))

    def test_that_is_cut_off_before_its_pages_is_refused(self):
        self.assertEqual(self.refused(page().pdf()[:60]), ("damaged", {"kind": "pdf"}))

    def test_of_too_many_pages_is_refused(self):
        sheet = page()
        for _ in range(51):
            sheet.turn_page()

        self.assertEqual(self.refused(sheet.pdf()), ("too_many_pages", {"pages": 51, "limit": 50}))

    def test_says_which_of_its_pages_is_a_picture(self):
        sheet = page()
        sheet.turn_page()
        sheet.photo(0, 0, 1000, 1400)

        document = read_pdf("01.pdf", sheet.pdf())

        self.assertEqual((document.text.strip(), len(document.pages)), (TEXT, 2))
        self.assertEqual(document.notes, (Note("scanned", {"page": 2}),))

    def test_of_several_pages_tells_where_each_begins(self):
        sheet = page()
        sheet.turn_page()
        sheet.column(["第二版的文字" * 8 + "。"], 60, 100)

        document = read_pdf("01.pdf", sheet.pdf())

        for read in document.pages:
            self.assertEqual(document.text[read.start : read.start + len(read.text)], read.text)


class TurnedPageTests(TestCase):
    """A page that is turned, or cut, has its blocks where the reader sees them."""

    def changed(self, change):
        document = pypdfium2.PdfDocument(page().pdf())
        change(document[0])
        buffer = io.BytesIO()
        document.save(buffer)
        document.close()
        return read_pdf("01.pdf", buffer.getvalue()).pages[0]

    def test_cut_to_its_trimmed_size(self):
        read = self.changed(lambda page: page.set_cropbox(50, 700, 550, 1400))

        self.assertEqual((read.width, read.height, read.text), (500, 700, TEXT))
        self.assertAlmostEqual(read.blocks[0].box.left, 2.0, places=1)

    def test_lying_on_its_side_has_no_upright_text(self):
        data = Sheet()
        data.canvas.rotate(90)
        data.canvas.translate(0, -1000)
        data.column([TEXT], 60, 600)

        with self.assertRaises(DocumentRefused) as caught:
            read_pdf("01.pdf", data.pdf())
        self.assertEqual(caught.exception.code, "no_text")

    def test_lying_on_its_side_and_turned_back_is_read(self):
        data = Sheet()
        data.canvas.setPageRotation(90)
        data.canvas.rotate(90)
        data.canvas.translate(0, -1000)
        data.column([TEXT], 60, 600)

        read = read_pdf("01.pdf", data.pdf()).pages[0]

        self.assertEqual(read.text, TEXT)
        self.assertAlmostEqual(read.blocks[0].box.left, 6.0, places=1)


class PagePictureTests(TestCase):
    def test_is_as_wide_as_asked(self):
        picture = Image.open(io.BytesIO(render_page(page().pdf(), 0, 700)))

        self.assertEqual((picture.format, picture.size), ("JPEG", (700, 980)))

    def test_of_a_long_strip_is_narrower_than_asked(self):
        picture = Image.open(io.BytesIO(render_page(page(width=100, height=10_000).pdf(), 0, 1920)))

        self.assertLessEqual(picture.width * picture.height, 24_100_000)

    def test_of_a_page_that_is_not_there_is_refused(self):
        with self.assertRaises(DocumentRefused):
            render_page(page().pdf(), 1)
