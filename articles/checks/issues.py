"""What an issue and its pages need before they are printed: masthead, 刊号, 总期号, date, 版序, signed stories."""

import re
from collections import Counter, defaultdict
from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.checks.register import Check, Found, Level
from articles.models import Correction
from articles.models.article import Stage
from desk.models import Paper

# Two figures for the province, four for the paper: 0001 to 0999 are newspapers.
CN_NUMBER = re.compile(r"CN ?(?P<province>[1-6]\d)-(?P<paper>\d{4})(?:/\w+)?")
COLOPHON = ("sponsor", "publisher", "address", "duty_desk", "printer", "price", "postal_code")
DUE_WITHIN = timedelta(days=30)  # what was entered longer ago was let go, or forgotten by everybody
PAGE_LABEL = re.compile(r"(?P<section>[A-Za-z]?)(?P<number>\d+)")


def masthead_missing(sheet):
    paper = sheet.together.paper
    if not paper.name.strip() or paper.name == Paper._meta.get_field("name").default:
        yield Found("name")


def cn_number_missing(sheet):
    if not sheet.together.paper.cn_number.strip():
        yield Found("cn_number")


def cn_number_malformed(sheet):
    typed = sheet.together.paper.cn_number.strip()
    found = CN_NUMBER.fullmatch(typed)
    if typed and not (found and 1 <= int(found["paper"]) <= 999):
        yield Found("cn_number", said={"typed": typed})


def colophon_incomplete(sheet):
    missing = [name for name in COLOPHON if not getattr(sheet.together.paper, name)]
    if missing:
        names = "、".join(str(Paper._meta.get_field(name).verbose_name) for name in missing)
        yield Found("colophon", said={"names": names})


def number_missing(sheet):
    """An extra or a supplement may go without."""
    if sheet.issue.number is None and not sheet.issue.edition:
        yield Found("number")


def number_jumps(sheet):
    if sheet.issue.number is None or sheet.last is None:
        return
    expected = (sheet.last.last_number or sheet.last.number) + 1
    if sheet.issue.number != expected:
        said = {"number": sheet.issue.number, "date": sheet.last.date, "expected": expected}
        yield Found("number", suggestion=str(expected), said=said)


def out_on_another_day(sheet):
    hour = sheet.issue.published_at
    if hour and timezone.localdate(hour) < sheet.issue.date:
        yield Found(
            "published_at", said={"date": sheet.issue.date, "hour": f"{timezone.localtime(hour):%Y-%m-%d %H:%M}"}
        )


def no_pages(sheet):
    if not sheet.pages:
        yield Found("pages")


def numbered(pages):
    """(section, number, page) for each page: A02 is the second of section A."""
    for page in pages:
        if found := PAGE_LABEL.fullmatch(page.label):
            yield found["section"].upper(), int(found["number"]), page


def missing_pages(sheet):
    sections = defaultdict(set)
    for section, number, page in numbered(sheet.pages):
        sections[section].add((number, len(page.label) - len(section)))
    for section, numbers in sections.items():
        there, width = {number for number, _width in numbers}, max(width for _number, width in numbers)
        for number in sorted(set(range(1, max(there))) - there):
            yield Found("pages", said={"label": f"{section}{number:0{width}}"})


def double_pages(sheet):
    """01 and 001, A02 and a02: the database takes them for different ones."""
    counted = Counter((section, number) for section, number, _page in numbered(sheet.pages))
    for section, number, page in numbered(sheet.pages):
        if counted[section, number] > 1:
            yield Found("label", page=page, said={"label": page.label})


def pages_out_of_order(sheet):
    """Sections may stand in any order; within one the numbers rise."""
    last: dict = {}
    for section, number, page in numbered(sheet.pages):
        if number < last.get(section, 0):
            yield Found("position", page=page, said={"label": page.label})
        last[section] = max(number, last.get(section, 0))


def empty_pages(sheet):
    for page in sheet.pages:
        if not sheet.placements_on(page):
            yield Found("placements", page=page, said={"label": page.label})


def no_duty_editor(sheet):
    for page in sheet.pages:
        if not page.duty_editor.strip():
            yield Found("duty_editor", page=page, said={"label": page.label})


def stories_of(sheet):
    """(story, its placements on this issue's pages)."""
    pages = {page.pk for page in sheet.pages}
    for story in sheet.stories:
        yield story, [row for row in story.placements if row.page_id in pages]


def not_continued(sheet):
    """A story on two pages runs from one to the other (转版): all but one of its placements continue another."""
    for story, rows in stories_of(sheet):
        loose = [row for row in rows if row.continued_from_id is None]
        if len(loose) > 1:
            labels = "、".join(row.page.label for row in rows)
            yield found_of(story, "placements", page_of(sheet, loose[1]), labels=labels)


def unsigned_stories(sheet):
    for story, rows in stories_of(sheet):
        if story.article.stage != Stage.READY and not story.article.is_withdrawn:
            yield found_of(story, "stage", page_of(sheet, rows[0]))


def withdrawn_stories(sheet):
    for story, rows in stories_of(sheet):
        if story.article.is_withdrawn:
            yield found_of(story, "placements", page_of(sheet, rows[0]))


def due_corrections(sheet):
    """By rule a correction stands in the next issue, in the same position: named on the page of the same label."""
    if sheet.issue.edition or sheet.issue.is_published:
        return
    pages = {page.label: page for page in sheet.pages}
    waiting = Correction.objects.to_print().filter(
        stood_on__issue__date__lt=sheet.issue.date, published_at__date__gt=sheet.issue.date - DUE_WITHIN
    )
    for correction in waiting.select_related("article", "stood_on__issue").defer("article__body"):
        stood = correction.stood_on
        said = {"headline": correction.article.headline, "date": stood.issue.date, "label": stood.label}
        yield Found("placements", page=pages.get(stood.label), said=said, names=correction.article_id)


def found_of(story, field, page, **said):
    return Found(field, page=page, said={"headline": story.article.headline, **said}, names=story.article.pk)


def page_of(sheet, placement):
    return next(page for page in sheet.pages if page.pk == placement.page_id)


SHEET_CHECKS = [
    Check("masthead-missing", Level.ERROR, _("The paper's record has no name for the masthead."), masthead_missing),
    Check("cn-missing", Level.ERROR, _("The paper's record has no CN number."), cn_number_missing),
    Check(
        "cn-malformed",
        Level.ERROR,
        _("“%(typed)s” is no newspaper's CN number; it reads as CN 33-0001."),
        cn_number_malformed,
    ),
    Check("colophon-incomplete", Level.WARNING, _("The colophon lacks: %(names)s."), colophon_incomplete),
    Check("number-missing", Level.ERROR, _("The issue has no running number."), number_missing),
    Check(
        "number-jumps",
        Level.ERROR,
        _("The running number is %(number)s; after the issue of %(date)s it should be %(expected)s."),
        number_jumps,
    ),
    Check(
        "date-and-hour",
        Level.WARNING,
        _("The issue of %(date)s goes out before its day, at %(hour)s."),
        out_on_another_day,
    ),
    Check("pages-missing", Level.ERROR, _("The issue has no pages."), no_pages),
    Check("page-gap", Level.ERROR, _("Page %(label)s is missing."), missing_pages),
    Check("page-twice", Level.ERROR, _("Page %(label)s is there twice."), double_pages),
    Check("page-order", Level.WARNING, _("Page %(label)s stands behind a later one."), pages_out_of_order),
    Check("page-empty", Level.WARNING, _("Nothing stands on page %(label)s."), empty_pages),
    Check("duty-editor-missing", Level.WARNING, _("Page %(label)s names no duty editor."), no_duty_editor),
    Check(
        "not-continued",
        Level.WARNING,
        _("“%(headline)s” stands on pages %(labels)s, and none is said to continue another."),
        not_continued,
        names_stories=True,
    ),
    Check(
        "story-unsigned",
        Level.ERROR,
        _("“%(headline)s” has not been signed off."),
        unsigned_stories,
        names_stories=True,
    ),
    Check(
        "correction-due",
        Level.WARNING,
        _("The correction of “%(headline)s” (%(date)s, page %(label)s) is not printed yet; it belongs on this page."),
        due_corrections,
        names_stories=True,
    ),
    Check(
        "story-withdrawn",
        Level.ERROR,
        _("“%(headline)s” has been withdrawn."),
        withdrawn_stories,
        names_stories=True,
    ),
]
