"""
Addresses of the paper's former site, so that old links still lead to their stories: content_123.htm of a 数字报 by the
day, page and headline of its story, or by the story's number here. A row without a headline is what its number in the
order says (old_order), else a page, without a page an issue.
"""

import csv
import re
from dataclasses import dataclass, field
from itertools import zip_longest

from django.conf import settings
from django.contrib.redirects.models import Redirect
from django.utils.translation import gettext as _

from articles.moved import as_asked_for
from articles.old_order import Order, parts_of
from articles.old_targets import Days, Unmatched, day_said_by, target

AT_ONCE = 500
LINE_END = re.compile(r"\r\n|\r|\n")
LONGEST_LINE = (
    10_000  # what is longer is no address with a headline, and Python's reader takes no more than 13 times that
)
LONGEST: int = Redirect._meta.get_field("old_path").max_length  # type: ignore[assignment]
NAMES = {
    "old": {"old", "old path", "old address", "url", "旧地址", "原地址", "地址", "网址"},
    "date": {"date", "日期", "见报日期"},
    "page": {"page", "label", "版次", "版", "版面"},
    "headline": {"headline", "title", "标题", "主题"},
    "id": {"id", "new id", "编号", "新编号", "稿件编号"},
}


@dataclass
class Tally:
    made: int = 0
    known: int = 0
    unmatched: list = field(default_factory=list)  # (line, old address, why)


def take_in(text, *, dry_run=False):
    """text: CSV or TSV whose first line names the columns. Safe to run again: what leads somewhere is left alone."""
    rows = list(rows_of(text))
    tally, days = Tally(), Days(Order((row for _line, row in rows), day_said_by))
    for batch in in_batches(rows):
        found = {}
        for line, row in batch:
            try:
                old, new = old_path(row), target(row, days)
                if old == new:
                    raise Unmatched(_("It leads to itself."))
                if found.setdefault(old, (line, new))[1] != new:
                    raise Unmatched(_("A line above leads it to %s.") % found[old][1])
            except Unmatched as why:
                tally.unmatched.append((line, row.get("old", ""), str(why)))
        keep(found, tally, dry_run=dry_run)
    return tally


def rows_of(text):
    """(line, {column: words}) of every row that says anything."""
    lines = LINE_END.split(text.lstrip("\ufeff"))
    delimiter = "\t" if "\t" in lines[0] else ","
    columns = [column_of(name) for name in cells(lines[0], delimiter)]
    if "old" not in columns:
        raise ValueError(_("The first line names the columns; one of them is the old address (旧地址)."))
    for number, line in enumerate(lines[1:], start=2):
        words = dict(zip_longest(columns, cells(line, delimiter)[: len(columns)], fillvalue=""))
        if any(words.values()):
            yield number, words


def cells(line, delimiter):
    """Of one line: a quotation mark that is not closed ends with it, and swallows none of the lines behind."""
    return [cell.strip() for cell in next(csv.reader([line[:LONGEST_LINE]], delimiter=delimiter), [])]


def column_of(name):
    name = name.strip().lower()
    return next((column for column, names in NAMES.items() if name in names), name)


def in_batches(rows):
    batch = []
    for row in rows:
        batch.append(row)
        if len(batch) == AT_ONCE:
            yield batch
            batch = []
    yield batch


def old_path(row):
    """As a browser asks for it: of a whole address the path, with its query where that tells stories apart."""
    parts = parts_of(row["old"])
    path = as_asked_for(parts.path, parts.query)
    if not path.startswith("/") or path == "/" or "\0" in path:
        raise Unmatched(_("This is no address of a page."))
    if len(path) > LONGEST:
        raise Unmatched(_("The address is longer than %d characters.") % LONGEST)
    return path


def keep(found, tally, *, dry_run):
    """found: {old path: (line, new path)}. One look and one write for all of them."""
    rows = Redirect.objects.filter(site_id=settings.SITE_ID, old_path__in=found)
    before = dict(rows.values_list("old_path", "new_path"))
    for old, (line, new) in found.items():
        if before.get(old, new) != new:
            tally.unmatched.append((line, old, _("It leads to %s already.") % before[old]))
    fresh = [
        Redirect(site_id=settings.SITE_ID, old_path=old, new_path=new)
        for old, (_line, new) in found.items()
        if old not in before
    ]
    tally.made += len(fresh)
    tally.known += sum(before.get(old) == new for old, (_line, new) in found.items())
    if not dry_run:
        Redirect.objects.bulk_create(fresh)
