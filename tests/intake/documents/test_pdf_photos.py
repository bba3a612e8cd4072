"""Photos come out of a page as the page shows them: the right way up, cut as they are cut, in one piece."""

import io
from unittest import TestCase

import pypdfium2
from PIL import Image
from reportlab.lib.utils import ImageReader

from intake.documents.pdf.reading import read_pdf
from tests.intake.documents.samples import Sheet
from tests.pictures import BLUE, RED, draw, encoded, exif

TEXT = "日前，江畔区总工会来到车间一线，为职工送去清凉，受到大家的欢迎，纷纷点赞。"


def sheet_with(put):
    sheet = Sheet()
    sheet.column([TEXT] * 4, 60, 100)
    put(sheet.canvas)
    return sheet


def place(picture, canvas, left=400, bottom=700, width=300, height=225, **how):
    canvas.drawImage(ImageReader(picture), left, bottom, width, height, **how)


def halves(size=(400, 300), **options):
    """The left half red, the right half blue."""
    return io.BytesIO(encoded(draw(size=size), **options))


class PhotoTests(TestCase):
    def photos(self, put, change=None):
        data = sheet_with(put).pdf()
        if change:
            data = changed(data, change)
        page = read_pdf("01.pdf", data).pages[0]
        return [(Image.open(io.BytesIO(picture.content)), picture) for picture in page.pictures]

    def assert_colours(self, picture, *, left=None, right=None, top=None, bottom=None):
        width, height = picture.size
        points = {(width // 8, height // 2): left, (width * 7 // 8, height // 2): right}
        points |= {(width // 2, height // 8): top, (width // 2, height * 7 // 8): bottom}
        for point, colour in points.items():
            if colour:
                seen = picture.convert("RGB").getpixel(point)
                self.assertLess(max(abs(a - b) for a, b in zip(seen, colour, strict=True)), 60, point)

    def test_in_the_colours_of_print_is_made_one_for_the_screen(self):
        ((picture, _),) = self.photos(
            lambda canvas: place(io.BytesIO(encoded(draw(size=(400, 300), mode="CMYK"))), canvas)
        )

        self.assertEqual((picture.mode, picture.size), ("RGB", (400, 300)))
        self.assertGreater(picture.getpixel((50, 150))[0], 120)

    def test_turned_on_the_page_comes_as_it_is_seen(self):
        def put(canvas):
            canvas.translate(700, 600)
            canvas.rotate(90)
            place(halves(), canvas, 0, 0)

        ((picture, _),) = self.photos(put)

        self.assertEqual(picture.size, (300, 400))
        self.assert_colours(picture, bottom=RED, top=BLUE)

    def test_on_a_turned_page_comes_as_it_is_seen(self):
        def put(canvas):
            canvas.setPageRotation(90)
            place(halves(), canvas)
            canvas.rotate(90)
            canvas.translate(0, -1000)
            for row in range(4):
                canvas.setFont("Helvetica", 10)
                canvas.drawString(60, 60 + 15 * row, f"line {row} of some text that is upright")

        ((picture, shown),) = self.photos(put)

        self.assert_colours(picture, top=RED, bottom=BLUE)
        self.assertEqual((shown.box.left, shown.box.right), (70.0, 92.5))

    def test_that_a_camera_wants_turned_stays_as_it_is_on_the_page(self):
        ((picture, _),) = self.photos(lambda canvas: place(halves(exif=exif(orientation=6)), canvas))

        self.assertNotEqual(picture.getexif().get(0x0112, 1), 6)
        self.assert_colours(picture, left=RED, right=BLUE)

    def test_cut_by_its_frame_shows_nothing_that_was_cut_off(self):
        def put(canvas):
            frame = canvas.beginPath()
            frame.rect(400, 700, 150, 225)
            canvas.clipPath(frame, stroke=0)
            place(halves(), canvas)

        ((picture, shown),) = self.photos(put)

        self.assert_colours(picture, left=RED, right=RED)
        self.assertEqual((shown.box.left, shown.box.right), (40.0, 55.0))

    def test_under_a_mask_shows_paper_where_it_is_masked(self):
        masked = draw(size=(400, 300)).convert("RGBA")
        mask = Image.new("L", masked.size, 255)
        mask.paste(0, (0, 0, 400, 100))
        masked.putalpha(mask)

        ((picture, _),) = self.photos(lambda canvas: place(masked, canvas, mask="auto"))

        self.assert_colours(picture, left=RED, right=BLUE)
        self.assertNotIn(BLUE, [picture.getpixel((390, 5))])

    def test_in_strips_is_one(self):
        def put(canvas):
            for strip in range(30):
                place(halves((800, 20)), canvas, 400, 700 + strip * 7.5, 300, 7.5)

        ((picture, shown),) = self.photos(put)

        self.assertEqual(picture.size, (800, 600))
        self.assert_colours(picture, left=RED, right=BLUE)
        self.assertEqual((shown.box.left, shown.box.right), (40.0, 70.0))

    def test_beside_another_stays_one_of_two(self):
        def put(canvas):
            place(halves(), canvas, 300, 700, 300, 225)
            place(halves((404, 300)), canvas, 600, 700, 300, 225)

        self.assertEqual([picture.size[0] for picture, _ in self.photos(put)], [400, 404])

    def test_are_neither_logos_nor_codes_nor_mastheads_nor_grounds(self):
        def put(canvas):
            place(halves(), canvas, 60, 1330, 300, 60)  # the masthead
            place(halves(), canvas, 60, 400, 70, 50)  # a column's sign
            code = Image.new("1", (200, 200), 1)
            code.paste(0, (0, 0, 100, 100))
            place(code, canvas, 400, 400, 150, 150)
            place(halves(), canvas, 50, 1000, 200, 305)  # under the text

        self.assertEqual(self.photos(put), [])

    def test_over_its_own_shadow_is_one(self):
        def put(canvas):
            place(halves(), canvas)
            place(halves(), canvas, 402, 698)

        self.assertEqual(len(self.photos(put)), 1)

    def test_beyond_the_edge_of_the_page_ends_there(self):
        ((_, shown),) = self.photos(lambda canvas: place(halves(), canvas, 800))

        self.assertEqual((shown.box.left, shown.box.right), (80.0, 100.0))

    def test_on_a_trimmed_page_has_its_place_there(self):
        ((_, shown),) = self.photos(
            lambda canvas: place(halves(), canvas), lambda page: page.set_cropbox(0, 600, 800, 1400)
        )

        self.assertEqual((shown.box.left, shown.box.bottom), (50.0, 87.5))


class CaptionTests(TestCase):
    def test_goes_to_the_nearest_photo(self):
        sheet = sheet_with(lambda canvas: (place(halves(), canvas, 300), place(halves(), canvas, 620)))
        sheet.line("左边的现场。通讯员马敏 摄", 300, 715, 8)
        sheet.line("右边的现场。记者林岚 摄", 620, 715, 8)

        page = read_pdf("01.pdf", sheet.pdf()).pages[0]

        self.assertEqual(
            [photo.near for photo in page.pictures], ["左边的现场。通讯员马敏 摄", "右边的现场。记者林岚 摄"]
        )

    def test_beside_a_photo_is_found(self):
        sheet = sheet_with(lambda canvas: place(halves(), canvas, 300))
        for row, words in enumerate(["图为送清凉的", "现场。通讯员", "马敏 摄"]):
            sheet.line(words, 610, 600 + 12 * row, 8)

        (photo,) = read_pdf("01.pdf", sheet.pdf()).pages[0].pictures

        self.assertEqual(photo.near, "图为送清凉的现场。通讯员马敏 摄")

    def test_of_two_photos_is_said_of_both(self):
        sheet = sheet_with(
            lambda canvas: (place(halves(), canvas, 300, 700, 200), place(halves(), canvas, 510, 700, 200))
        )
        sheet.line("图为两处送清凉的现场，大家都说好，纷纷点赞，都说收获很大，还要再来一次。记者林岚 摄", 300, 715, 8)

        page = read_pdf("01.pdf", sheet.pdf()).pages[0]

        self.assertEqual(len({photo.near for photo in page.pictures}), 1)


def changed(data, change):
    with pypdfium2.PdfDocument(data) as document:
        change(document[0])
        buffer = io.BytesIO()
        document.save(buffer)
        return buffer.getvalue()
