"""A file that somebody uploaded as rows of texts: Excel's own, or text with commas or tabs in UTF-8 or GB18030."""

import csv
from dataclasses import dataclass, field
from datetime import date, datetime
from io import BytesIO
from itertools import islice, zip_longest
from zipfile import BadZipFile, ZipFile

from django.utils.translation import gettext as _

from bylines.sheets.columns import column_of
from desk.sheets.cells import is_formula, printable

LARGEST = 8 * 1024 * 1024
LARGEST_UNPACKED = 80 * 1024 * 1024
MOST_PARTS = 200
MOST_ROWS = 3000
MOST_COLUMNS = 60
LONGEST_CELL = 500
OLD_EXCEL = b"\xd0\xcf\x11\xe0"  # also what Excel makes of a file with a password


class Unreadable(Exception):  # noqa: N818 - said of a file
    """Why, for whoever uploaded it."""


@dataclass
class Table:
    """rows: (line, {column: text}). unknown: heads that we do not know, and whose cells are left out."""

    rows: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    columns: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)


def read_table(data):
    if len(data) > LARGEST:
        raise Unreadable(_("The file is larger than %d MB.") % (LARGEST // 1024**2))
    if data.startswith(OLD_EXCEL):
        raise Unreadable(
            _("This is an Excel file of the old kind, or one with a password: save it as .xlsx without one.")
        )
    lines = lines_of_excel(data) if data.startswith(b"PK") else lines_of_text(data)
    return table_of(lines)


def table_of(lines):
    """lines: of texts. The first with a word in it is the head."""
    walked = iter(enumerate(islice(lines, MOST_ROWS + 50), start=1))
    head: list[str] = next((cells for _number, cells in walked if any(cells)), [])
    columns = [column_of(cell) for cell in head]
    if "name" not in columns:
        raise Unreadable(_("The first line names the columns, and one of them is 姓名."))
    known = [name for name in columns if name]
    if doubled := {name for name in known if known.count(name) > 1}:
        heads = "、".join(cell for cell, name in zip(head, columns, strict=True) if name in doubled)
        raise Unreadable(_("Two columns say the same: %s") % heads)
    table = Table(columns=known, unknown=[cell for cell, name in zip(head, columns, strict=True) if cell and not name])
    for number, cells in walked:
        said = {name: text for name, text in zip_longest(columns, cells[: len(columns)], fillvalue="") if name and text}
        if said:
            table.rows.append((number, said))
    if len(table.rows) > MOST_ROWS:
        raise Unreadable(_("More than %d people at once: part the table.") % MOST_ROWS)
    if not table.rows:
        raise Unreadable(_("Below its head the table has no rows."))
    return table


def lines_of_text(data):
    try:
        text = decoded(data)
    except UnicodeDecodeError as error:
        raise Unreadable(_("This is neither an Excel file nor text in UTF-8 or GB18030.")) from error
    delimiter = "\t" if "\t" in text.partition("\n")[0] else ","
    try:
        for cells in csv.reader(text.splitlines(), delimiter=delimiter):
            yield [text_of(cell) for cell in cells[:MOST_COLUMNS]]
    except csv.Error as error:
        raise Unreadable(_("The lines of this file cannot be told apart: %s") % error) from error


def decoded(data):
    """GB18030 takes nearly any bytes: what holds a zero byte is no text."""
    if b"\x00" in data:
        raise UnicodeDecodeError("gb18030", data[:10], 0, 1, "zero byte")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030")


def lines_of_excel(data):
    from openpyxl import load_workbook  # a fifth of a second and ten megabytes, which only this page wants

    try:
        refuse_bomb(ZipFile(BytesIO(data)))
        book = load_workbook(BytesIO(data), read_only=True, data_only=True)
        page = book.worksheets[0]
        for row in page.iter_rows(max_col=MOST_COLUMNS, values_only=True):
            yield [text_of(value) for value in row]
    except Unreadable:
        raise
    except (BadZipFile, OSError, SyntaxError, LookupError, TypeError, ValueError, AttributeError) as error:
        raise Unreadable(_("This is no whole Excel file: open it there and save it anew.")) from error


def refuse_bomb(archive):
    parts = archive.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise Unreadable(_("Unpacked, this Excel file is too large: save the register's table alone."))


def text_of(value):
    """Numbers without a .0, days as 2023-03-02; without the apostrophe that keeps a text from being a formula."""
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return f"{value:%Y-%m-%d}"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = " ".join(printable(str(value)).split())[:LONGEST_CELL]
    return text[1:] if text.startswith("'") and is_formula(text[1:]) else text
