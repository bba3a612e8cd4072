"""
数字报 addresses that say nothing but a number: node_2.htm is a page and content_123.htm a story, both counted up in the
order of print. Where a list has as many of them as there were pages (or stories of a page) that day, the third is the
third.
"""

import re
from collections import defaultdict
from urllib.parse import SplitResult, urlsplit

NUMBERED = re.compile(r"(?:^|/)(node|content)_([0-9]+(?:_[0-9]+)*)\.s?html?$", re.IGNORECASE)
TITLED = re.compile(r"第?\s*([A-Za-z]?[0-9]{1,3})\s*版")


def parts_of(address):
    """Of an address as it stands in a list; nothing of one that is none, as http://[half."""
    try:
        return urlsplit(address)
    except ValueError:
        return SplitResult("", "", "", "", "")


def kind_of(row):
    """node, content, or nothing that is known."""
    found = NUMBERED.search(parts_of(row["old"]).path)
    return found[1].lower() if found else ""


def number_of(row):
    found = NUMBERED.search(parts_of(row["old"]).path)
    return tuple(map(int, found[2].split("_")))


def label_in(words):
    """02 of 第02版：工会."""
    found = TITLED.match(words.strip())
    return found[1] if found else ""


class Order:
    """Of a whole list: which of its numbers come behind which, by day, and of stories by page too."""

    def __init__(self, rows, day_of):
        self.day_of, self.numbers = day_of, defaultdict(set)
        for row in rows:
            if kind_of(row) and (place := self.place_of(row)):
                self.numbers[place].add(number_of(row))

    def place_of(self, row):
        day, kind = self.day_of(row), kind_of(row)
        return day and (day, kind, row.get("page", "").strip("第版") if kind == "content" else "")

    def counterpart(self, row, records, *, before=()):
        """
        The record at the row's place in the order, or nothing where list and day do not come out even. before: what
        the list may begin with, as a 数字报 does with the whole issue.
        """
        numbers = sorted(self.numbers[self.place_of(row)])
        if len(numbers) == len(records) + len(before):
            records = [*before, *records]
        return records[numbers.index(number_of(row))] if len(numbers) == len(records) else None
