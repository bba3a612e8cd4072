"""What is asked for most, as links: the same period, and nothing narrowed but what belongs to the question."""

from django.utils.translation import gettext as _

from tally.asked import BOTH, query_of
from tally.questions import By, Level

RANKINGS = [
    (lambda: _("ranking of correspondents"), {"by": By.PERSON, "role": BOTH}),
    (lambda: _("ranking of counties"), {"by": By.REGION, "level": Level.COUNTY, "role": BOTH}),
    (lambda: _("ranking of units"), {"by": By.UNIT, "role": BOTH}),
    (lambda: _("places in the news"), {"by": By.PLACE, "level": Level.COUNTY}),
    (lambda: _("photos"), {"by": By.PERSON, "order": "photos"}),
    (lambda: _("columns"), {"by": By.COLUMN}),
    (lambda: _("pages"), {"by": By.PAGE}),
]
IN_TIME = ("year", "part", "first", "last", "split")


def ready_made(form):
    """(words, address, whether it is the one that is shown)"""
    time = {name: value for name, value in form.kept.items() if name in IN_TIME}
    return [(words(), query_of({**time, **plain(asked)}), is_shown(form, plain(asked))) for words, asked in RANKINGS]


def plain(asked):
    return {name: str(getattr(value, "value", value)) for name, value in asked.items()}


def is_shown(form, asked):
    chosen = {name: value for name, value in form.kept.items() if name not in IN_TIME}
    return chosen == asked
