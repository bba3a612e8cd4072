import csv
from datetime import date
from io import BytesIO, StringIO
from urllib.parse import unquote

from openpyxl import load_workbook

from bylines.models import Contributor
from tests.factories import correspondent, reporter
from tests.tally.test_asking import printed
from tests.tally.test_tally_page import MARCH, PAGE, TallyTestCase


class FileTests(TallyTestCase):
    def file(self, code, **asked):
        return self.client.get(f"{PAGE}files/{code}/", {**MARCH, **asked})

    def book(self, code="table", **asked):
        return load_workbook(BytesIO(self.file(code, **asked).content))

    def test_excel_has_every_line_and_the_sums(self):
        printed(reporter("李凡"), correspondent("周永卫"))
        printed(reporter("李凡"), on=date(2023, 2, 2))

        page = self.book(split="all").worksheets[0]

        lines = [[cell.value for cell in row] for row in page.iter_rows(min_row=2)]
        self.assertEqual(lines[0][:7], [1, lines[0][1], None, 1, 0.5, lines[0][5], lines[0][6]])
        before = {line[1]: line[5:7] for line in lines}
        self.assertEqual((before["李凡"], before["周永卫"]), ([1, -0.5], [0, 0.5]))
        self.assertEqual(lines[-1][1:6], ["合计", None, 1, 1, 1])

    def test_the_book_has_a_sheet_for_each_view(self):
        printed(reporter("李凡"))

        names = self.book("book", by="column").sheetnames

        self.assertEqual(names[0], "专栏")
        self.assertEqual(len(names), 8)
        self.assertEqual(names[-1], "统计条件")

    def test_of_one_person_it_has_no_other_people(self):
        printed(reporter("李凡"), correspondent("周永卫"))
        person = Contributor.objects.get(name="李凡")

        said = str([row for page in self.book("book", person=person.pk).worksheets for row in page.values])

        self.assertNotIn("周永卫", said)

    def test_every_figure_is_a_number_and_none_a_text(self):
        printed(reporter("李凡"), correspondent("周永卫"), photos=[["马敏"]], body="字" * 1300)

        for page in self.book("book", split="all").worksheets[:-1]:
            figures = [cell for row in page.iter_rows(min_row=2, min_col=4) for cell in row]
            self.assertEqual({cell.data_type for cell in figures}, {"n"}, page.title)
            self.assertIn(1300, [cell.value for cell in figures])

    def test_is_called_as_what_it_is(self):
        said = unquote(self.file("table")["Content-Disposition"])

        self.assertIn("用稿统计 2023年3月 按作者.xlsx", said)

    def test_text_in_both_encodings(self):
        printed(reporter("=李凡"))

        for code, encoding in {"csv-utf-8": "utf-8-sig", "csv-gb18030": "gb18030"}.items():
            lines = list(csv.reader(StringIO(self.file(code).content.decode(encoding))))
            self.assertEqual(lines[1][:4], ["1", "'=李凡", "", "1"])
