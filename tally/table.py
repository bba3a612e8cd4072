"""
The answer as a table: ranked, bounded, with all other lines summed up in one of its own, so that it agrees with the
sums.
"""

from dataclasses import dataclass
from typing import Any, NamedTuple

from tally.answers import Figures, ranked
from tally.asking import former_keys
from tally.beside import Named, named
from tally.charts.widths import Widths, widths
from tally.leading import ALL, behind_address, lines_address, narrower_address
from tally.questions import BY_TIME, By
from tally.words import number_words

SHOWN = 100  # lines at once; the file for Excel has them all
MEASURED = ("stories", "photos", "length")
NO_KEY, NO_NAME = object(), Named("")
IN_ORDER = (*BY_TIME, By.PAGE, By.ISSUE)  # not ranked: in the order of time, or of the paper


class Cell(NamedTuple):
    words: str
    split: str  # empty where nothing is split
    address: str  # of the stories behind it; empty where there are none


@dataclass(frozen=True)
class Row:
    name: str
    cells: list
    now: Any  # what it is ranked by
    before: Any  # None where nothing is compared
    before_address: str = ""  # of the stories behind what was before
    rank: int | None = None
    beside: str = ""
    bar: Widths | None = None
    narrower: str = ""  # the same page about this line alone

    @property
    def change(self):
        return None if self.before is None else self.now - self.before

    @property
    def before_words(self):
        return number_words(self.before)

    @property
    def change_words(self):
        return number_words(self.change, signed=True) if self.change else "0" if self.before else ""

    @property
    def percent_words(self):
        """Nothing of what was nothing."""
        percent = round(100 * float(self.change) / float(self.before)) if self.before else 0
        return f"{percent:+d}%" if percent else ""


class Table(NamedTuple):
    rows: list
    rest: Row | None  # all others
    number_of_rest: int
    following: str  # the same page with the lines after these; empty behind the last
    leading: str  # with the lines before these
    total: Row
    is_ranked: bool
    differs: bool  # a story of two is counted with both, and once in all

    @property
    def elsewhere(self):
        """Where the other lines are to be seen."""
        return self.following or self.leading


def table_of(answer, form, start=0):
    """Of the answer to the form's question. start: how many lines stand before these."""
    lines = in_order(answer, form)
    start = min(start, (len(lines) - 1) // SHOWN * SHOWN) if lines else 0
    shown = lines[start : start + SHOWN]
    others = [line for _rank, line in [*lines[:start], *lines[start + SHOWN :]]]
    together = sum(line.now.stories.whole for _rank, line in lines)
    return Table(
        rows=named_rows(shown, answer, form),
        rest=row_of(summed(others), form) if others else None,
        number_of_rest=len(others),
        following=lines_address(form, start + SHOWN) if start + SHOWN < len(lines) else "",
        leading=lines_address(form, max(start - SHOWN, 0)) if start else "",
        total=total_row(answer, form),
        is_ranked=answer.question.by not in IN_ORDER,
        differs=together != answer.total.stories.whole,
    )


def in_order(answer, form):
    """[(rank or None, line)] of all lines: who has none of what is ranked by comes last, without a rank."""
    if answer.question.by in IN_ORDER:
        return [(None, line) for line in answer.lines]
    first = ranked(answer, by=form.measure, split=form.is_split)
    keys = {line.key for _rank, line in first}
    return [*first, *((None, line) for line in answer.lines if line.key not in keys)]


def named_rows(ranked_lines, answer, form):
    names = named(answer.question, [line for _rank, line in ranked_lines])
    bars = widths([measured(line, form) for _rank, line in ranked_lines])
    former = former_keys(answer)
    return [
        row_of(
            line,
            form,
            key=line.key,
            rank=rank,
            bar=bar,
            name=names[line.key],
            before_address=before_address(answer, form, line, former.get(line.key)),
        )
        for (rank, line), bar in zip(ranked_lines, bars, strict=True)
    ]


def total_row(answer, form):
    total = Sum(answer.total, answer.total_before)
    return row_of(total, form, key=ALL, before_address=before_address(answer, form, total, ALL))


def before_address(answer, form, line, key):
    """Empty where nothing was, and where no line of the time before goes with this one."""
    if key is None or line.before is None or not getattr(line.before, form.measure).whole:
        return ""
    return behind_address(form, key, form.measure, answer.compared_with)


def measured(line, form):
    """(now, before) of what the form ranks by."""
    return number_of(line.now, form), None if line.before is None else number_of(line.before, form)


def number_of(figures, form):
    figure = getattr(figures, form.measure)
    return figure.split if form.is_split else figure.whole


def row_of(line, form, key=NO_KEY, name=NO_NAME, **told):
    now, before = measured(line, form)
    narrower = narrower_address(form, name, key) if name.pk else ""
    cells = [cell_of(line.now, measure, form, key) for measure in MEASURED]
    return Row(name.name, cells, now, before, beside=name.beside, narrower=narrower, **told)


def cell_of(figures, measure, form, key):
    figure = getattr(figures, measure)
    leads = figure.whole and key is not NO_KEY
    address = behind_address(form, key, of=measure) if leads else ""
    return Cell(number_words(figure.whole), number_words(figure.split) if form.is_split else "", address)


class Sum(NamedTuple):
    """Several lines as one."""

    now: Figures
    before: Figures | None


def summed(lines):
    befores = [line.before for line in lines]
    now = sum((line.now for line in lines), Figures())
    return Sum(now, None if None in befores else sum(befores, Figures()))
