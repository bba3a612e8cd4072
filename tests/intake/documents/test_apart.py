from unittest import TestCase, mock

from intake.documents import apart
from intake.documents.opening import read_file
from intake.documents.pdf.rendering import render_page
from intake.documents.refusal import DocumentRefused
from tests.intake.documents.samples import Sheet

TEXT = "日前，江畔区总工会来到车间一线，为职工送去清凉，受到大家的欢迎，纷纷点赞。"


def page():
    sheet = Sheet()
    sheet.column([TEXT], 60, 100)
    return sheet.pdf()


class ReadingApartTests(TestCase):
    def test_gives_what_reading_here_gives(self):
        data = page()

        self.assertEqual(apart.read_apart("01.pdf", data), read_file("01.pdf", data))
        self.assertEqual(apart.render_apart(data, 0, 300), render_page(data, 0, 300))

    def test_refuses_as_reading_here_does(self):
        with self.assertRaises(DocumentRefused) as caught:
            apart.read_apart("a.gif", b"GIF89a")
        self.assertEqual((caught.exception.code, caught.exception.facts), ("unsupported", {"kind": "GIF"}))

    def test_that_takes_too_long_is_ended(self):
        with self.assertRaises(DocumentRefused) as caught:
            apart.read_apart("01.pdf", page(), seconds=0.01)
        self.assertEqual(caught.exception.code, "too_slow")

    def test_that_crashes_is_a_damaged_file(self):
        with mock.patch.object(apart, "said", return_value=b""), self.assertRaises(DocumentRefused) as caught:
            apart.read_apart("01.pdf", page())
        self.assertEqual(caught.exception.code, "damaged")
