from datetime import date, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from django.test import SimpleTestCase
from openpyxl import Workbook

from bylines.sheets import reading
from bylines.sheets.reading import Unreadable, read_table


def excel(*rows):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


class ReadTableTests(SimpleTestCase):
    def test_reads_text_in_either_encoding_with_commas_or_tabs(self):
        expected = [(2, {"name": "何青", "unit": "县总工会"})]

        for encoding in ("utf-8", "utf-8-sig", "gb18030"):
            for mark in (",", "\t"):
                text = f"姓名{mark}单位\r\n何青{mark}县总工会\r\n"
                self.assertEqual(read_table(text.encode(encoding)).rows, expected, (encoding, mark))

    def test_reads_excel_with_its_numbers_and_days(self):
        head = ["姓名", "手机号", "聘期起", "聘期止", "年龄"]
        row = ["何青", 13900000001, datetime(2023, 3, 2), date(2024, 3, 1), 41.0]

        found = read_table(excel(head, row))

        said = {"name": "何青", "phone": "13900000001", "since": "2023-03-02", "until": "2024-03-01"}
        self.assertEqual((found.rows, found.unknown), ([(2, said)], ["年龄"]))

    def test_leaves_out_empty_lines_and_cells_and_counts_lines_as_the_sheet_does(self):
        found = read_table("姓名,单位\n\n何青,\n,\n江望,甲\n".encode())

        self.assertEqual(found.rows, [(3, {"name": "何青"}), (5, {"name": "江望", "unit": "甲"})])

    def test_takes_the_apostrophe_from_a_text_that_was_no_formula(self):
        found = read_table("姓名,单位\n何青,'=HYPERLINK(1)\n江望,'95后\n".encode())

        self.assertEqual([said["unit"] for _line, said in found.rows], ["=HYPERLINK(1)", "'95后"])

    def test_says_what_it_cannot_read(self):
        bad = {
            "no head": "何青,甲\n".encode(),
            "no rows": "姓名,单位\n".encode(),
            "nothing": b"",
            "twice": "姓名,单位,工作单位\n何青,甲,乙\n".encode(),
            "an old Excel file": b"\xd0\xcf\x11\xe0" + b"0" * 100,
            "half an Excel file": excel(["姓名"], ["何青"])[:400],
            "a zip": zipped({"a.txt": b"1"}),
            "a picture": b"\x89PNG\r\n\x1a\n\x00\x00",
            "no text": b"\xff\xfe\x00\x01",
        }

        for name, data in bad.items():
            with self.assertRaises(Unreadable, msg=name):
                read_table(data)

    def test_refuses_what_is_too_large(self):
        with self.assertRaises(Unreadable):
            read_table(("姓名\n" + "何青\n" * (reading.MOST_ROWS + 1)).encode())
        with self.assertRaises(Unreadable):
            read_table(b"0" * (reading.LARGEST + 1))
        with self.assertRaises(Unreadable):
            read_table(zipped({"xl/workbook.xml": b"0" * (reading.LARGEST_UNPACKED + 1)}))


def zipped(parts):
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()
