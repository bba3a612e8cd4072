import csv
import tempfile
from pathlib import Path

from django.test import SimpleTestCase

from intake.archive.remarks import Remark
from intake.archive.reports import cell, report


class ReportTests(SimpleTestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.file = Path(folder.name) / "report.csv"

    def test_a_spreadsheet_opens_it_as_chinese_and_runs_nothing(self):
        with report(self.file) as note:
            note(Remark("=cmd|' /C calc'!A0", "@2", "damaged", "第一行\n第二行\x1b[2J"))

        self.assertTrue(self.file.read_bytes().startswith(b"\xef\xbb\xbf"))
        with self.file.open(encoding="utf-8-sig", newline="") as file:
            [_head, row] = csv.reader(file)
        self.assertEqual(row, ["'=cmd|' /C calc'!A0", "'@2", "damaged", r"第一行\n第二行\x1b[2J"])

    def test_is_written_while_work_goes_on(self):
        with report(self.file) as note:
            note(Remark("甲.txt", "", "empty", "“甲.txt”是空文件。"))

            self.assertIn("甲.txt", self.file.read_text(encoding="utf-8-sig"))

    def test_a_formula_behind_white_space_or_full_width_is_none_either(self):
        for words in ("\u3000=1", " +1", "＝1", "-1", "－1"):
            with self.subTest(words):
                self.assertTrue(cell(words).startswith("'"))
        self.assertEqual(cell("2003/A02.txt"), "2003/A02.txt")
