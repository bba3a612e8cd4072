"""A bar for each of the places that have news: the most first, and how long each bar is."""

from typing import NamedTuple

SHOWN = 12  # the others are one tap away


class Bar(NamedTuple):
    record: object
    stories: int
    width: str  # in percent of the longest, as an attribute of SVG takes it


class Chart(NamedTuple):
    bars: list
    more: list


def bars(records):
    """Of records with `stories` (articles.counting). None has a bar too short to be seen."""
    rows = sorted(records, key=lambda record: -record.stories)
    most = max((record.stories for record in rows), default=1) or 1
    drawn = [Bar(record, record.stories, f"{max(100 * record.stories / most, 0.75):.4g}%") for record in rows]
    # Two or three that would be hidden are shown instead.
    shown = SHOWN if len(drawn) > SHOWN + 3 else len(drawn)
    return Chart(drawn[:shown], drawn[shown:])
