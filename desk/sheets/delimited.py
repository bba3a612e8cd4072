"""Plain text with commas (RFC 4180), as UTF-8 with the mark that Excel looks for, or as GB18030 for older programs."""

import csv
from decimal import Decimal
from fractions import Fraction
from io import StringIO

from desk.sheets.cells import decimal_of, harmless

ENCODINGS = {"utf-8": "utf-8-sig", "gb18030": "gb18030"}


def delimited(sheet, encoding):
    """One sheet's bytes. encoding: a name of ENCODINGS."""
    file = StringIO(newline="")
    lines = csv.writer(file)
    lines.writerow([harmless(str(text)) for text in sheet.head])
    lines.writerows([written(value) for value in row] for row in sheet.rows)
    return file.getvalue().encode(ENCODINGS[encoding])


def written(value):
    if isinstance(value, str):
        return harmless(value)
    return decimal_of(value) if isinstance(value, Fraction | Decimal) else value
