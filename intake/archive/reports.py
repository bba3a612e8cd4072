"""A list for spreadsheets of what could not be read, written as work goes on, since work may be broken off."""

import csv
from contextlib import contextmanager

COLUMNS = ("reference", "part", "code", "sentence")
FORMULAS = tuple("=+-@＝＋－＠")


@contextmanager
def report(path):
    """A function that notes a Remark."""
    if not path:
        yield lambda remark: None
        return
    with path.open("w", newline="", encoding="utf-8-sig") as file:  # without the mark Excel takes it for GBK
        rows = csv.writer(file)
        rows.writerow(COLUMNS)

        def note(remark):
            rows.writerow([cell(getattr(remark, column)) for column in COLUMNS])
            file.flush()

        yield note


def cell(words):
    """In one line, and no formula: a spreadsheet would run one, and files may be called anything."""
    words = printable(words)
    return f"'{words}" if words.lstrip().startswith(FORMULAS) else words


def printable(words):
    """Line breaks, escape sequences and the like are written out: \\n."""
    return "".join(map(in_sight, words))


def in_sight(sign):
    return sign if sign.isprintable() or sign == "\u3000" else sign.encode("unicode_escape").decode()
