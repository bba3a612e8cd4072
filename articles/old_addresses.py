"""
Addresses of the paper's former site, so that old links still lead to their stories: content_123.htm of a 数字报 by the
day, page and headline of its story, or by the story's number here. A row without a headline is a page, without a page
an issue.
"""

import csv
import re
from dataclasses import dataclass, field
from datetime import date
from io import StringIO
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.contrib.redirects.models import Redirect
from django.utils.translation import gettext as _

from articles.models import Article, Issue, Placement
from wording.folding import fold

AT_ONCE = 500
LONGEST: int = Redirect._meta.get_field("old_path").max_length  # type: ignore[assignment]
NAMES = {
    "old": {"old", "old path", "old address", "url", "旧地址", "原地址", "地址", "网址"},
    "date": {"date", "日期", "见报日期"},
    "page": {"page", "label", "版次", "版", "版面"},
    "headline": {"headline", "title", "标题", "主题"},
    "id": {"id", "new id", "编号", "新编号", "稿件编号"},
}
# 2023-03/02 of /html/2023-03/02/content_123.htm, 20230302 and 2023-03-02 of others.
DAY_IN_ADDRESS = re.compile(r"(?<!\d)((?:19|20)\d{2})[-/]?(\d{2})[-/]?(\d{2})(?!\d)")
NOT_WORDS = re.compile(r"[\W_]+")


class Unmatched(Exception):  # noqa: N818 - said of a row
    """Why a row leads nowhere."""


@dataclass
class Tally:
    made: int = 0
    known: int = 0
    unmatched: list = field(default_factory=list)  # (line, old address, why)


def take_in(text, *, dry_run=False):
    """text: CSV or TSV whose first line names the columns. Safe to run again: what leads somewhere is left alone."""
    tally, days = Tally(), Days()
    for batch in in_batches(rows_of(text)):
        found = {}
        for line, row in batch:
            try:
                old, new = old_path(row), target(row, days)
                if found.setdefault(old, (line, new))[1] != new:
                    raise Unmatched(_("A line above leads it to %s.") % found[old][1])
            except Unmatched as why:
                tally.unmatched.append((line, row.get("old", ""), str(why)))
        keep(found, tally, dry_run=dry_run)
    return tally


def rows_of(text):
    """(line, {column: words}) of every row that says anything."""
    head = text.partition("\n")[0]
    reader = csv.reader(StringIO(text.lstrip("\ufeff"), newline=""), delimiter="\t" if "\t" in head else ",")
    columns = [column_of(name) for name in next(reader, [])]
    if "old" not in columns:
        raise ValueError(_("The first line names the columns; one of them is the old address (旧地址)."))
    for row in reader:
        words = dict(zip(columns, map(str.strip, row), strict=False))
        if any(words.values()):
            yield reader.line_num, words


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
    parts = urlsplit(row["old"])
    path = f"{parts.path}?{parts.query}" if parts.query else unquote(parts.path)
    if not path.startswith("/") or path == "/" or "\0" in path:
        raise Unmatched(_("This is no address of a page."))
    if len(path) > LONGEST:
        raise Unmatched(_("The address is longer than %d characters.") % LONGEST)
    return path


def target(row, days):
    if number := row.get("id"):
        return story_numbered(number)
    stories = days.placements(day_of(row))
    if label := row.get("page", "").strip("第版"):
        stories = [placed for placed in stories if same_label(placed.page.label, label)]
    if headline := row.get("headline"):
        return only({placed.article_id: placed.article for placed in stories if same(placed.article, headline)})
    if label:
        return only({placed.page_id: placed.page for placed in stories})
    return only({issue.pk: issue for issue in Issue.objects.published().filter(date=day_of(row), edition="")})


def story_numbered(number):
    story = Article.objects.once_published().filter(pk=number).first() if number.isdecimal() else None
    if story is None:
        raise Unmatched(_("No story of this number is out."))
    return story.get_absolute_url()


def only(found):
    """The one address, of the records that fit."""
    if not found:
        raise Unmatched(_("Nothing of that day, page and headline is out."))
    if len(found) > 1:
        raise Unmatched(_("Several fit: %s") % "、".join(str(record.pk) for record in found.values()))
    return next(iter(found.values())).get_absolute_url()


def day_of(row):
    said = DAY_IN_ADDRESS.search(row.get("date", "")) or DAY_IN_ADDRESS.search(row["old"])
    try:
        return date(*map(int, said.groups()))
    except (AttributeError, ValueError):
        raise Unmatched(_("It names no day.")) from None


class Days:
    """Of the day in hand all that stands there: lists go day by day, and each is asked for once."""

    def __init__(self):
        self.day, self.found = None, []

    def placements(self, day):
        if day != self.day:
            rows = Placement.objects.published().filter(page__issue__date=day).select_related("page__issue", "article")
            self.day, self.found = day, list(rows.defer("article__body", "article__editors_note"))
        return self.found


def same_label(ours, theirs):
    return ours.upper().lstrip("0") == theirs.upper().lstrip("0")


def same(article, headline):
    """By their letters: marks and spaces are set otherwise on every site. Some put kicker or subheadline beside it."""
    told = letters(headline)
    return told in {
        letters(article.headline),
        letters(article.kicker + article.headline),
        letters(article.headline + article.subheadline),
        letters(article.kicker + article.headline + article.subheadline),
    }


def letters(text):
    return NOT_WORDS.sub("", fold(text)).lower()


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
