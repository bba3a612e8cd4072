from unittest import TestCase, mock

from intake.documents import office, plain
from intake.documents.opening import read_file
from intake.documents.refusal import DocumentRefused
from tests.intake.documents.samples import photo, zipped

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)


class PlainTextTests(TestCase):
    def test_is_read_in_the_encodings_of_old_programs(self):
        for encoding in ("utf-8", "gb18030", "utf-16"):
            drop = read_file("稿.txt", "送清凉\r\n日前，区总工会来到车间。".encode(encoding))

            self.assertEqual(drop.documents[0].text, "送清凉\n日前，区总工会来到车间。")

    def test_a_photo_alone_is_a_picture(self):
        (picture,) = read_file("C:\\图\\图为车间.jpg", photo()).pictures

        self.assertEqual((picture.filename, picture.near), ("图为车间.jpg", "图为车间"))


class RefusalTests(TestCase):
    def refused(self, name, data):
        with self.assertRaises(DocumentRefused) as caught:
            read_file(name, data)
        return caught.exception.code, caught.exception.facts

    def test_says_what_a_file_is(self):
        for data, expected in [
            (b"", ("empty", {})),
            (b" \n", ("no_text", {})),
            (b"GIF89a", ("unsupported", {"kind": "GIF"})),
            (b"<!DOCTYPE html><p>", ("unsupported", {"kind": "HTML"})),
            (b"\x00\x01\x02", ("not_text", {})),
            (COMPOUND + "EncryptedPackage".encode("utf-16-le"), ("encrypted", {"kind": "docx"})),
            (COMPOUND + "Workbook".encode("utf-16-le"), ("unsupported", {"kind": "Excel"})),
            (zipped(("content.xml", b"<a/>")), ("unsupported", {"kind": "OpenDocument"})),
        ]:
            self.assertEqual(self.refused("a", data), expected)

    def test_of_a_text_without_end_speaks_of_signs_and_does_not_decode_it(self):
        with mock.patch.object(plain, "decode", side_effect=AssertionError("was decoded")):
            self.assertEqual(self.refused("a.txt", b"a" * 20_000_001), ("too_long", {"limit": 5_000_000}))
        self.assertEqual(self.refused("a.txt", b"a" * 5_000_001), ("too_long", {"limit": 5_000_000}))

    def test_of_old_word_without_libreoffice_says_so(self):
        self.enterContext(mock.patch.object(office, "find_converter", return_value=None))
        data = COMPOUND + "WordDocument".encode("utf-16-le")

        self.assertEqual(self.refused("a.doc", data), ("no_converter", {"kind": "doc"}))
