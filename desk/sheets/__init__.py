"""
Tables that leave the house for a spreadsheet: Excel's own file, or plain text with commas. Both are handed `Sheet`s and
give back bytes. A cell is a text, a whole number, a Fraction or Decimal, a day, or None.
"""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple


class Sheet(NamedTuple):
    name: str
    head: Sequence[str]
    rows: Iterable[Sequence[Any]]
