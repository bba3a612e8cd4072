"""What stands in one cell, whoever typed it once."""

import re
from fractions import Fraction

# A spreadsheet takes a text that begins so for a formula, which may fetch or send (CWE-1236): also as it is typed in
# Chinese, and behind signs that it skips.
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
SKIPPED = " \t\r\n\u3000\xa0\ufeff"
# What neither XML nor a line of a table may hold.
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
PLACES = 4


def printable(text):
    return UNPRINTABLE.sub("", text)


def is_formula(text):
    return text.startswith(("\t", "\r")) or text.lstrip(SKIPPED).startswith(FORMULA)


def guarded(text):
    """With an apostrophe before what a spreadsheet would reckon out; it shows the text as it was."""
    return f"'{text}" if is_formula(text) else text


def harmless(text):
    return guarded(printable(text))


def decimal_of(number):
    """A share as Excel has it, 1/3 as 0.3333; a whole one as a whole number."""
    if isinstance(number, Fraction) and number.denominator == 1:
        return number.numerator
    return round(float(number), PLACES)
