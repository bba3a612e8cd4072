"""A page that is cut out of a PDF brings nothing of the others along."""

import io
import re
import zlib
from unittest import TestCase

import pypdfium2
from PIL import Image

from intake.documents.opening import read_file
from intake.documents.pdf.cutting import cut_out, looks_alike
from tests.intake.documents.samples import Sheet, photo

TEXT = "日前，江畔区总工会来到车间一线，为职工送去清凉，受到大家的欢迎，纷纷点赞。"
OTHERS = [b"SECONDWORDS", b"SECONDPHOTO", b"FORMWORDS", b"OUTLINE", b"PIECE", b"THREAD", b"REMARK", b"AUTHOR"]


def stream(content, head=b""):
    return b"<<%b/Length %d>>\nstream\n%b\nendstream" % (head, len(content), content)


def two_pages():
    """Two pages that share one list of resources, as LibreOffice writes it, with all that may hang on a page."""
    image = b"/Type/XObject/Subtype/Image/Width 11/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray"
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources 7 0 R"
    return file_of(
        b"<</Type/Catalog/Pages 2 0 R/Outlines<</Title(OUTLINE)>>>>",
        b"<</Type/Pages/Count 2/Kids[3 0 R 4 0 R]/Resources 7 0 R/MediaBox[0 0 600 800]>>",
        b"<</Type/Page/Parent 2 0 R/Contents 5 0 R/Rotate 90/CropBox[50 60 550 700]/B[13 0 R]/Annots[15 0 R]"
        b"/PieceInfo<</X<</LastModified(D)/Private(PIECE)>>>>>>",
        b"<</Type/Page/Parent 2 0 R/Contents 6 0 R>>",
        stream(b"q 99 0 0 99 99 99 cm /I1 Do Q BT /F1 24 Tf 100 400 Td (FIRSTWORDS) Tj ET /G1 Do"),
        stream(b"q 99 0 0 99 99 99 cm /I2 Do Q BT /F1 24 Tf 100 400 Td (SECONDWORDS) Tj ET /G2 Do"),
        b"<</Font<</F1 8 0 R>>/XObject<</I1 9 0 R/I2 10 0 R/G1 11 0 R/G2 12 0 R>>>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        stream(b"FIRST_PHOTO", image),
        stream(b"SECONDPHOTO", image),
        stream(b"BT /F1 10 Tf 200 300 Td (INNERWORDS) Tj ET", form),
        stream(b"BT /F1 10 Tf 200 300 Td (FORMWORDS) Tj ET", form),
        b"<</Type/Bead/T 14 0 R/P 4 0 R/N 13 0 R/V 13 0 R/R[0 0 1 1]>>",
        b"<</Type/Thread/F 13 0 R/I<</Title(THREAD)>>>>",
        b"<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/Contents(REMARK)>>",
        b"<</Author(AUTHOR)>>",
    )


def file_of(*objects):
    out, places = b"%PDF-1.5\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    table = b"xref\n0 %d\n0000000000 65535 f \n%b" % (count, rows)
    return b"%b%btrailer<</Size %d/Root 1 0 R/Info %d 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        *(out, table, count, count - 1, len(out)),
    )


def laid_open(data):
    """The bytes of a file and of all that is packed in it."""
    for found in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL):
        unpacker = zlib.decompressobj()
        try:
            data += unpacker.decompress(found[1])
        except zlib.error:
            continue
    return data


class CutTests(TestCase):
    def cut(self, data, index=0):
        with pypdfium2.PdfDocument(data) as document:
            return cut_out(document, index)

    def test_holds_its_own_and_nothing_of_the_others(self):
        words = laid_open(self.cut(two_pages()))

        self.assertEqual([other for other in OTHERS if other in words], [])
        for own in (b"FIRSTWORDS", b"FIRST_PHOTO", b"INNERWORDS"):
            self.assertIn(own, words)

    def test_looks_like_the_page_turned_and_trimmed_as_it_is(self):
        with pypdfium2.PdfDocument(two_pages()) as document, pypdfium2.PdfDocument(self.cut(two_pages())) as copy:
            self.assertEqual((len(copy), copy[0].get_size()), (1, document[0].get_size()))
            self.assertTrue(looks_alike(document[0], copy[0]))

    def test_is_not_handed_out_where_it_looks_otherwise(self):
        """A layer that is switched off would show."""
        layered = file_of(
            b"<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[6 0 R]/D<</OFF[6 0 R]>>>>>>",
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Properties<</L 6 0 R>>>>>>",
            stream(b"/OC /L BDC 0 0 300 800 re f EMC"),
            b"<<>>",
            b"<</Type/OCG/Name(Hidden)>>",
            b"<<>>",
        )

        self.assertEqual(self.cut(layered), b"")

    def test_is_made_of_each_page_with_text(self):
        sheet = Sheet()
        sheet.column([TEXT], 60, 100)
        sheet.photo(60, 400, 300, 200)
        sheet.turn_page()
        sheet.column([TEXT.replace("日前", "昨天")], 60, 100)

        (document,) = read_file("全期.pdf", sheet.pdf()).documents

        texts = [read_file("a.pdf", page.file).documents[0].text for page in document.pages]
        self.assertEqual(texts, [page.text for page in document.pages])

    def test_keeps_a_photo_under_its_mask(self):
        sheet = Sheet()
        round_photo = Image.open(io.BytesIO(photo())).convert("RGBA")
        round_photo.putalpha(128)
        sheet.canvas.drawInlineImage(round_photo, 60, 400, 300, 200)
        sheet.canvas.drawImage(reader_of(round_photo), 60, 800, 300, 200, mask="auto")
        sheet.turn_page()
        sheet.column([TEXT], 60, 100)

        self.assertTrue(self.cut(sheet.pdf()))


def reader_of(picture):
    from reportlab.lib.utils import ImageReader

    return ImageReader(picture)
