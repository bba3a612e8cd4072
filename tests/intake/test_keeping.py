from django.test import SimpleTestCase

from intake.manuscripts import Manuscript, Unpacked, unpack
from intake.screen.keeping import NotKept, packed, unpacked_from
from tests.intake.documents.samples import Sheet, word, zipped
from tests.intake.test_pdf_intake import draw_page
from tests.intake.test_word_intake import illustrated


class KeepingTests(SimpleTestCase):
    def test_gives_back_what_was_unpacked(self):
        for name, data in (
            ("版面.pdf", draw_page(Sheet()).pdf()),
            ("甲.docx", illustrated()),
            ("来稿.zip", zipped(("甲.docx", word("标题", "正文。")), ("坏.docx", word("坏")[:-100]))),
        ):
            unpacked = unpack(name, data)

            self.assertEqual(unpacked_from(packed(unpacked, data), data), unpacked)

    def test_lone_surrogates_are_kept(self):
        unpacked = Unpacked((Manuscript("\ud800.txt", "正文"),))

        self.assertEqual(unpacked_from(packed(unpacked)), unpacked)

    def test_keeps_the_file_itself_once(self):
        data = draw_page(Sheet()).pdf()
        unpacked = unpack("版面.pdf", data)
        picture_bytes = sum(len(picture.content) for one in unpacked.manuscripts for picture in one.pictures)

        self.assertLess(len(packed(unpacked, unpacked.manuscripts[0].file)), picture_bytes + len(data))

    def test_builds_nothing_that_it_does_not_know(self):
        for data in (b"", b"PK\x03\x04", zipped(("record.json", b'{"record": "Path", "fields": {}}'))):
            with self.assertRaises(NotKept):
                unpacked_from(data)
