"""The answers as tables for spreadsheets: every line there is, and all figures of each, the sums last."""

from dataclasses import replace
from itertools import chain

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from desk.batches import in_batches
from desk.models import Paper
from desk.sheets import Sheet
from tally.asking import ask
from tally.beside import Named, named
from tally.questions import By, Level, Split
from tally.table import MEASURED, in_order
from tally.words import MEASURES, days_words, period_words

# What a book has a sheet for, whatever was asked; and where the figures of one person are.
VIEWS = (By.PERSON, By.UNIT, By.REGION, By.ROLE, By.COLUMN, By.PAGE, By.MONTH)
OF_ONE = (By.ROLE, By.COLUMN, By.PAGE, By.MONTH)
NAMED_AT_ONCE = 1000


def book_of(form):
    """A sheet for each view, that which was asked for first; the last one says what was asked."""
    views = OF_ONE if form.question.only.person else VIEWS
    others = [replace(form.question, by=by, level=Level.COUNTY) for by in views if by != form.question.by]
    first = ask(form.question)
    return chain([sheet_of(first, form)], (sheet_of(ask(question), form) for question in others), [told(first, form)])


def table_of(form):
    answer = ask(form.question)
    return [sheet_of(answer, form), told(answer, form)]


def sheet_of(answer, form):
    question, lines = answer.question, in_order(answer, form)
    names = names_of(question, [line for _rank, line in lines])
    rows = [row_of(rank, names[line.key], line.now, line.before, question) for rank, line in lines]
    total = row_of(None, Named(_("Together")), answer.total, answer.total_before, question)
    return Sheet(str(question.by.label), head_of(question), [*rows, total])


def names_of(question, lines):
    found = {}
    for some in in_batches(lines, NAMED_AT_ONCE):
        found |= named(question, some)
    return found


def head_of(question):
    head = [_("rank"), str(question.by.label), _("unit, or above it")]
    for measure in MEASURED:
        name = str(MEASURES[measure])
        head += [name, *([_("%(measure)s, split") % {"measure": name}] if is_split(question) else [])]
        before = _("%(measure)s before, split") if is_split(question) else _("%(measure)s before")
        head += [before % {"measure": name}, pgettext("figures", "change")]
    return head


def row_of(rank, name, now, before, question):
    """What is compared is the whole, or the shares where these are counted."""
    row = [rank, name.name, name.beside]
    for measure in MEASURED:
        figure, former = getattr(now, measure), None if before is None else getattr(before, measure)
        row += [figure.whole, figure.split] if is_split(question) else [figure.whole]
        row += compared(figure, former, "split" if is_split(question) else "whole")
    return row


def compared(figure, former, way):
    if former is None:
        return [None, None]
    return [getattr(former, way), getattr(figure, way) - getattr(former, way)]


def is_split(question):
    return question.split != Split.NONE


def told(answer, form):
    """What was asked, in words."""
    rows = [
        [_("paper"), Paper.current().name],
        [_("period"), period_words(form.period)],
        [_("counted"), days_words(answer.period)],
        [_("compared with"), days_words(answer.compared_with)],
        [_("shared stories"), str(form.question.split.label)],
        *([str(what), str(words)] for what, words, _without in form.narrowed),
        [_("made at"), date_format(timezone.localtime(), "Y-m-d H:i")],
    ]
    return Sheet(_("What was asked"), [_("What"), _("in words")], rows)


def file_name(form, ending):
    """用稿统计 2023年3月 按作者.xlsx"""
    words = _("contributions %(period)s by %(what)s") % {
        "period": period_words(form.period),
        "what": form.question.by.label,
    }
    return f"{words}.{ending}"
