"""Excel's own file (Office Open XML), written row by row: numbers are numbers, days are days, the head stays."""

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from itertools import count

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from desk.sheets.cells import decimal_of, is_formula, printable

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NARROWEST, WIDEST = 8, 48  # in letters of the Latin script
LONGEST_NAME = 31
BOLD, TINTED = Font(bold=True), PatternFill("solid", fgColor="F0ECE3")


def book(sheets):
    """The file's bytes, a sheet for each."""
    workbook, names = Workbook(write_only=True), set()
    for sheet in sheets:
        rows = [list(row) for row in sheet.rows]
        page = workbook.create_sheet(name_among(names, sheet.name))
        page.freeze_panes = "B2"
        for at, width in enumerate(widths([sheet.head, *rows]), 1):
            page.column_dimensions[get_column_letter(at)].width = width
        page.append([head_cell(page, text) for text in sheet.head])
        for row in rows:
            page.append([cell(page, value) for value in row])
    file = BytesIO()
    workbook.save(file)
    return file.getvalue()


def name_among(taken, name):
    """What Excel takes for a sheet's name: 31 characters, without these signs, each once whatever its case."""
    bare = re.sub(r"[\[\]:*?/\\]", " ", printable(name)).strip("' ") or "1"
    for number in count(1):
        end = "" if number == 1 else f" {number}"
        chosen = bare[: LONGEST_NAME - len(end)] + end
        if chosen.lower() not in taken:
            taken.add(chosen.lower())
            return chosen


def head_cell(page, text):
    made = cell(page, str(text))
    made.font, made.fill = BOLD, TINTED
    made.alignment = Alignment(wrap_text=True, vertical="center")
    return made


def cell(page, value):
    if isinstance(value, str):
        return text_cell(page, value)
    if isinstance(value, Fraction | Decimal):
        made = WriteOnlyCell(page, decimal_of(value))
        made.number_format = "0.00"
        return made
    made = WriteOnlyCell(page, value)
    if isinstance(value, date):
        made.number_format = "yyyy-mm-dd"
    return made


def text_cell(page, text):
    """A text stays one: openpyxl would make a formula of what begins with =, and Excel when the cell is edited."""
    text = printable(text)
    made = WriteOnlyCell(page, text)
    made.data_type = "s"
    made.quotePrefix = is_formula(text)
    return made


def widths(rows):
    found = {}
    for row in rows:
        for at, value in enumerate(row):
            found[at] = max(found.get(at, 0), width_of(value))
    return [min(max(width + 2, NARROWEST), WIDEST) for _at, width in sorted(found.items())]


def width_of(value):
    """Han characters are twice as wide."""
    if isinstance(value, Fraction | Decimal):
        return 8
    return sum(2 if sign >= "\u2e80" else 1 for sign in str(value)) if value is not None else 0
