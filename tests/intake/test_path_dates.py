from datetime import date

from django.core.exceptions import ValidationError
from django.test import SimpleTestCase

from intake.archive.path_dates import day_in, label_in

DAY = date(2003, 3, 2)


class PathDateTests(SimpleTestCase):
    def test_reads_date_and_page_as_archives_write_them(self):
        for path, label in (
            ("2003/03/02/A02.txt", "A02"),
            ("江畔日报/2003/0302/A02.txt", "A02"),
            ("20030302_A02.pdf", "A02"),
            ("2003-03-02/02.txt", "02"),
            ("2003.zip/0302.txt", ""),
            ("2003年/3月/2日/第02版.txt", "02"),
            ("200303/02/b3 副刊.docx", "B03"),
            ("2003/2003-03/2003-03-02/2.txt", "02"),
            ("A02/20030302.txt", "A02"),
        ):
            with self.subTest(path):
                self.assertEqual((day_in(path), label_in(path)), (DAY, label))

    def test_a_folder_called_as_a_page_holds_its_stories(self):
        self.assertEqual(label_in("2003/03/02/02/001.txt"), "02")

    def test_a_figure_in_a_headline_is_no_page(self):
        for path in ("2003/03/02/32名职工获奖.txt", "库50/2003/03/02.txt", "archive-50/2003/03/02.txt"):
            with self.subTest(path):
                self.assertEqual(label_in(path), "")

    def test_finds_no_day_where_none_is(self):
        for path in ("旧/来稿.docx", "2003-2004/A02.txt", "2003123456.txt", "030302.txt", "1234/05/06.txt"):
            with self.subTest(path):
                self.assertIsNone(day_in(path))

    def test_guesses_no_day(self):
        for path, words in (
            ("2003/0302/20030303.txt", "2003-03-02, 2003-03-03"),
            ("2003/02/30/A02.txt", "2003/02/30"),
            ("20031345.txt", "20031345"),
        ):
            with self.subTest(path), self.assertRaisesMessage(ValidationError, words):
                day_in(path)

    def test_guesses_no_page(self):
        with self.assertRaisesMessage(ValidationError, "A02, B01"):
            label_in("2003/03/02/A02-B01.txt")
