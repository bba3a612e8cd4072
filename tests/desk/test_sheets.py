from datetime import date
from fractions import Fraction
from io import BytesIO

from django.test import SimpleTestCase
from openpyxl import load_workbook

from desk.sheets import Sheet
from desk.sheets.delimited import delimited
from desk.sheets.excel import book

FIGURES = Sheet("按作者", ["作者", "篇数", "折合", "日期"], [["周永卫", 3, Fraction(4, 3), date(2023, 3, 2)]])


def opened(*sheets):
    return load_workbook(BytesIO(book(sheets)))


def with_name(name):
    return Sheet("人", ["姓名"], [[name]])


class BookTests(SimpleTestCase):
    def test_numbers_are_numbers_and_days_are_days(self):
        name, stories, share, day = opened(FIGURES)["按作者"][2]

        self.assertEqual((name.value, stories.value, share.value), ("周永卫", 3, 1.3333))
        self.assertEqual((stories.data_type, share.data_type, share.number_format), ("n", "n", "0.00"))
        self.assertEqual((day.value.date(), day.is_date), (date(2023, 3, 2), True))

    def test_the_head_stays_in_view_and_columns_are_as_wide_as_their_texts(self):
        page = opened(FIGURES, with_name("诸暨市店口镇总工会宣传教育和网络工作部" * 3))["人"]

        self.assertEqual(page.freeze_panes, "B2")
        self.assertEqual(page.column_dimensions["A"].width, 48)
        self.assertTrue(page["A1"].font.bold)

    def test_a_name_is_never_a_formula(self):
        for name in ('=HYPERLINK("http://evil.example")', "+1", "-1+1", "@SUM(A1)", "#N/A"):
            cell = opened(with_name(name))["人"]["A2"]

            self.assertEqual((cell.value, cell.data_type), (name, "s"))

    def test_what_no_file_may_hold_is_left_out(self):
        self.assertEqual(opened(with_name("周\x0b永\x00卫"))["人"]["A2"].value, "周永卫")

    def test_names_of_sheets_are_made_as_excel_takes_them(self):
        many = [Sheet(name, ["x"], []) for name in ("地区/县", "地区:县", "版" * 40, "")]

        self.assertEqual(opened(*many).sheetnames, ["地区 县", "地区 县 2", "版" * 31, "1"])


class DelimitedTests(SimpleTestCase):
    def test_utf_8_comes_with_its_mark(self):
        written = delimited(FIGURES, "utf-8")

        self.assertTrue(written.startswith(b"\xef\xbb\xbf"))
        self.assertEqual(written.decode("utf-8-sig"), "作者,篇数,折合,日期\r\n周永卫,3,1.3333,2023-03-02\r\n")

    def test_gb18030_has_every_rare_character(self):
        self.assertIn("𫖮王喆".encode("gb18030"), delimited(with_name("𫖮王喆"), "gb18030"))

    def test_a_name_is_never_a_formula(self):
        for name in ("=1+1", "+1", "-1", "@x", "\t=1", "＝1", " =1"):
            self.assertIn(f"'{name}", delimited(with_name(name), "utf-8").decode("utf-8-sig"))

    def test_a_number_below_zero_stays_a_number(self):
        self.assertIn("\r\n-3\r\n", delimited(with_name(-3), "utf-8").decode("utf-8-sig"))
