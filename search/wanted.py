"""What is asked of the index, when the question has been put into its words."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from search.places import LAST


@dataclass(frozen=True)
class Wanted:
    """
    All of `tokens`, not all of `without`, and a text that says all of `patterns`; places from `first` to before `end`;
    out at `now`, where the shelf asks for that. `filters` are those of the tokens that no text says, `head` the others
    as a headline has them. Of no more texts than `most_looked_at` is it read whether they say the patterns.
    """

    now: datetime
    tokens: tuple[str, ...] = ()
    filters: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    first: int = 0
    end: int = LAST
    most_looked_at: int = LAST


class Sight(NamedTuple):
    """
    [(place, key)] of what was found, the newest first. reached: the last place that was looked at, where the looking
    was broken off before enough was found and before the end.
    """

    rows: list
    reached: int | None = None
