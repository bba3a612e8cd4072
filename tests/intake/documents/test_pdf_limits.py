"""Pages made to choke on: each is read or refused in a few seconds, by the process that reads files."""

import zlib
from unittest import TestCase

from intake.apart import read_apart, render_apart
from intake.documents.refusal import DocumentRefused
from tests.intake.documents.test_pdf_cutting import file_of, stream

WORDS = b"BT /F1 10 Tf 50 1300 Td (some words that are the text of this page here) Tj ET "
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
SECONDS = 20


def page(content, *others, media=b"0 0 1000 1400", resources=b""):
    return file_of(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[%b]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>%b>>>>"
        % (media, resources),
        stream(zlib.compress(content), b"/Filter/FlateDecode"),
        FONT,
        *others,
        b"<<>>",
    )


def picture(width, height, bits, content):
    head = (
        b"/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent %d/ColorSpace/DeviceGray/Filter/FlateDecode"
    )
    return stream(zlib.compress(content), head % (width, height, bits))


def form(content, number):
    head = b"/Type/XObject/Subtype/Form/BBox[0 0 1000 1400]/Resources<</XObject<</A %d 0 R>>>>"
    return stream(content, head % number)


class LimitTests(TestCase):
    def outcome(self, data):
        try:
            read = read_apart("01.pdf", data, SECONDS).documents[0]
        except DocumentRefused as refused:
            return refused.code
        return len(read.text), len(read.pictures), [note.code for note in read.notes]

    def test_two_hundred_thousand_letters_are_read(self):
        words = b"".join(
            b"BT /F1 3 Tf %d %d Td (%b) Tj ET "
            % (10 + row % 3 * 330, 10 + row // 3 * 4, b"%04d%b" % (row, b"letters" * 27))
            for row in range(1000)
        )

        letters, _, notes = self.outcome(page(words))

        self.assertGreater(letters, 190_000)
        self.assertEqual(notes, [])

    def test_millions_of_letters_are_refused(self):
        words = b"".join(
            b"BT /F1 3 Tf %d %d Td (%b) Tj ET " % (row % 7, 10 + row // 3, b"%06d%b" % (row, b"letters" * 27))
            for row in range(4000)
        )

        self.assertEqual(self.outcome(page(words)), "bomb")

    def test_ten_thousand_pictures_are_left_out(self):
        drawn = b"".join(b"q 150 0 0 150 %d %d cm /I Do Q " % (n % 850, n * 3 % 1250) for n in range(10_000))
        data = page(WORDS + drawn, picture(200, 200, 8, bytes(range(200)) * 200), resources=b"/XObject<</I 6 0 R>>")

        self.assertEqual(self.outcome(data), (46, 0, ["pictures_in_pieces"]))

    def test_a_picture_too_large_to_draw_is_left_out(self):
        drawn = b"q 500 0 0 500 100 100 cm /I Do Q"
        data = page(WORDS + drawn, picture(60_000, 60_000, 1, bytes(1000)), resources=b"/XObject<</I 6 0 R>>")

        self.assertEqual(self.outcome(data), (46, 0, []))

    def test_forms_that_double_without_end_are_refused(self):
        forms = [form(b"/A Do /A Do", 7 + number) for number in range(30)]

        self.assertEqual(self.outcome(page(WORDS + b"/A Do", *forms, resources=b"/XObject<</A 6 0 R>>")), "too_hungry")

    def test_forms_in_forms_in_forms_are_read(self):
        forms = [form(b"/A Do", 7 + number) for number in range(2000)]

        self.assertEqual(self.outcome(page(WORDS + b"/A Do", *forms, resources=b"/XObject<</A 6 0 R>>")), (46, 0, []))

    def test_a_stream_that_unpacks_to_a_gigabyte_is_refused(self):
        packer = zlib.compressobj()
        packed = b"".join(packer.compress(bytes(2**20)) for _ in range(1100)) + packer.flush()
        whole = page(WORDS).split(b"stream", 2)
        data = b"".join([whole[0], b"stream\n", packed, b"\nendstream", whole[2].split(b"stream", 1)[-1]])

        self.assertIn(self.outcome(data), ["too_hungry", "no_text", "damaged"])

    def test_a_page_as_large_as_a_field_is_refused(self):
        self.assertEqual(self.outcome(page(WORDS, media=b"0 0 1000000000 1000000000")), "damaged")

    def test_a_page_as_large_as_a_wall_is_drawn(self):
        self.assertTrue(render_apart(page(WORDS, media=b"0 0 14400 14400"), 0, 1920))
