"""Where a line of the table leads: to the stories behind a figure, and to the same page about that line alone."""

from django.urls import reverse

from tally.questions import BY_TIME, By, Level, narrowed
from tally.stepping import said

ALL = object()  # in the place of a line's key: all lines together
BELOW = {Level.PROVINCE: Level.CITY, Level.CITY: Level.COUNTY, Level.COUNTY: Level.TOWN}


def behind_address(form, key, of, period=None):
    """of: the measure. The period is said, so that tomorrow the address means the same."""
    line = {} if key is ALL else {"key": key} if key else {"without": "1"}
    return reverse("admin:tally_stories") + form.address(**said(period or form.period), **line, of=of)


def lines_address(form, start):
    """The same page with the lines from there on."""
    return form.address(**said(form.period), start=start or None)


def narrower_address(form, name, key):
    """The same about one line: of a person the months, of a large region what lies below, of all else the people."""
    by = form.question.by
    if by in BY_TIME:
        return form.address(**said(narrowed(form.question, key).period), by=next_by(form))
    if by in (By.REGION, By.PLACE) and form.question.level in (Level.PROVINCE, Level.CITY):
        return form.address(**{by.value: name.pk}, level=BELOW[form.question.level].value)
    following = By.MONTH.value if by == By.PERSON else next_by(form)
    return form.address(**{by.value: name.pk}, by=following)


def next_by(form):
    return (By.MONTH if form.own else By.PERSON).value
