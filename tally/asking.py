"""
How much was printed, of whom and where: asked of the credits in print (articles.Printed).

    answer = ask(Question(year(2023), By.REGION, Only(role=CORRESPONDENTS), level=Level.COUNTY))
    behind(answer.question, answer.lines[0].key)   # the stories of its first line
"""

from collections import defaultdict
from datetime import date
from fractions import Fraction

from django.db.models.expressions import RawSQL
from django.utils import timezone

from articles.models import Article
from tally.answers import Answer, Figure, Figures, Line
from tally.naming import in_order, names_of
from tally.periods import name_of, parts_of
from tally.questions import BY_TIME, By, Split, narrowed
from tally.rows import Rows
from tally.sharing import shares_of as shares_of

NOTHING = Figures()
STORIES, PHOTOS = "stories", "photos"
# Each story stands in one line of these, so that the lines add up to the total.
APART = (*BY_TIME, By.COLUMN, By.ISSUE)


def ask(question, before=True, at=None):
    """
    before: whether the period before is asked too. at: the moment as which it is counted; a story whose hour is to come
    counts nowhere yet.
    """
    at, by = at or timezone.now(), By(question.by)
    period, compared_with = question.period.compared(timezone.localdate(at))
    now = gathered(question, period, at, by)
    earlier = matching(gathered(question, compared_with, at, by), by, period, compared_with) if before else {}
    keys = [*now, *(key for key in earlier if key not in now)]
    names = names_of(by, keys)
    is_compared = before and by != By.ISSUE
    lines = [
        Line(key, names[key], now.get(key, NOTHING), earlier.get(key, NOTHING) if is_compared else None)
        for key in keys
        if key in names
    ]
    return Answer(
        question=question,
        lines=in_order(by, lines),
        total=total_of(question, period, at, by, now),
        period=period,
        total_before=total_of(question, compared_with, at, by, None) if before else None,
        compared_with=compared_with if before else None,
    )


def behind(question, key=None, of=None, at=None):
    """
    The stories of a line, or of the total: as many as it says. of: STORIES for those whose words count there, PHOTOS
    for those in which the photos stand.
    """
    at, by = at or timezone.now(), By(question.by)
    period, _compared = question.period.compared(timezone.localdate(at))
    if key is not None and by in BY_TIME:
        question, key = narrowed(question, key), None
        period, _compared = question.period.compared(timezone.localdate(at))
    rows = Rows(question, period, at, by if key is not None else None)
    sql, params = rows.stories(key, None if of is None else of == PHOTOS)
    return Article.objects.filter(pk__in=RawSQL(sql, params))  # noqa: S611 - values are parameters (tally.rows)


def figures_of(question, key=None, at=None):
    """Those of a line, or of the total, without all others; of `behind` the same stories."""
    at, by = at or timezone.now(), By(question.by)
    if key is not None and by in BY_TIME:
        question, key = narrowed(question, key), None
    period, _compared = question.period.compared(timezone.localdate(at))
    rows = Rows(question, period, at, by if key is not None else None)
    if key is not None:
        rows.only_line(key)
    return figures(question, rows.sums()).get(0 if key is None else key, NOTHING)


def former_keys(answer):
    """{key of a line: of what its figures before are}; of times the one of the time before that it is compared with."""
    by = By(answer.question.by)
    if by not in BY_TIME:
        return {line.key: line.key for line in answer.lines}
    return dict(zip(*(keys_of(period, by) for period in (answer.period, answer.compared_with)), strict=False))


def gathered(question, period, at, by):
    """{key: Figures}"""
    found = figures(question, Rows(question, period, at, by).sums())
    if by not in BY_TIME:
        return dict(found)
    whole = {name_of(part.first, by.value): NOTHING for part in parts_of(period, by.value)}
    for day, those in found.items():
        whole[name_of_day(day, by)] += those
    return whole


def matching(earlier, by, period, compared_with):
    """The figures before under the keys of now: of two years the months go together, the first with the first."""
    if by == By.ISSUE:
        return {}
    if by not in BY_TIME:
        return earlier
    those = zip(keys_of(period, by), keys_of(compared_with, by), strict=False)
    return {key: earlier[was] for key, was in those}


def keys_of(period, by):
    return [name_of(part.first, by.value) for part in parts_of(period, by.value)]


def total_of(question, period, at, by, lines):
    """Not the sum of the lines: a story that stands in several counts once."""
    if by in APART and lines is not None:
        return sum(lines.values(), NOTHING)
    return figures(question, Rows(question, period, at).sums()).get(0, NOTHING)


def figures(question, sums):
    """{line: Figures}"""
    found = defaultdict(lambda: NOTHING)
    for line, is_photo, parts, count, part, length, length_parts in sums:
        whole = split_evenly(question, int(count), int(part), int(parts))
        if is_photo:
            found[line] += Figures(photos=whole)
        else:
            of_length = split_evenly(question, int(length), int(length_parts), int(parts))
            found[line] += Figures(stories=whole, length=of_length)
    return found


def split_evenly(question, whole, part, parts):
    return Figure(whole, Fraction(whole) if question.split == Split.NONE else Fraction(part, parts))


def name_of_day(day, by):
    """day: as the database has it, a text on SQLite."""
    return name_of(date.fromisoformat(str(day)), by.value)
