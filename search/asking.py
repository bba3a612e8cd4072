"""
The readers' search: what a question finds, a screenful at a time.

Found first is what says all of it in its headline, then what says it anywhere, each the newest first; `newest` makes
one list of both. Only what is out at this moment is found: the shelf is asked for nothing else (search.shelves.OUT).
"""

import re
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import NamedTuple

from django.utils import timezone

from desk.days import midnight
from search.cursors import Tier, cursor_after, read_cursor
from search.places import floor, moment_of
from search.sheets import HEAD
from search.shelves import OUT, index
from search.wanted import Sight, Wanted
from wording.sought import words as words_of

MOST_COUNTED = 1000
# Words of three characters and more are looked for in texts that have their pairs: seldom in vain, but it may be.
MOST_LOOKED_AT = 1000
FILTER = re.compile(r"[a-z]+:[\w-]{1,80}")


@dataclass(frozen=True)
class Question:
    """tokens: filters as the stories' sheets have them, "region:330681". since, until: dates, both included."""

    words: str = ""
    tokens: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    newest: bool = False

    @property
    def is_empty(self):
        return not (self.words.strip() or self.tokens or self.since or self.until)


@dataclass(frozen=True)
class Found:
    """
    keys of this screenful; next: where the following one begins; terms: what to mark, folded (wording.bigrams).
    back_to: where the looking was broken off (search.wanted.Sight): `next` goes on from there.
    """

    keys: list[int] = field(default_factory=list)
    next: str = ""
    count: int = 0
    has_more: bool = False
    terms: list[str] = field(default_factory=list)
    back_to: datetime | None = None


def ask(question, *, before="", limit=20):
    """Raises search.cursors.CursorError for a cursor that is not of our writing."""
    start = read_cursor(before)
    wanted = wanted_of(question)
    if wanted is None:
        return Found()
    screen = screenful(OUT, question, wanted, start, limit + 1)
    is_all = not before and len(screen.rows) <= limit
    counted = counted_in(OUT, wanted, screen, is_all=is_all)
    return Found(
        keys=[key for _tier, _place, key in screen.rows[:limit]],
        next=cursor_after(*screen.goes_on_after(limit)) if screen.goes_on_after(limit) else "",
        count=min(len(counted.rows), MOST_COUNTED),
        has_more=len(counted.rows) > MOST_COUNTED or counted.reached is not None,
        terms=[word.text for word in words_of(question.words)],
        back_to=moment_of(screen.reached) if screen.reached is not None else None,
    )


def wanted_of(question):
    """None where nothing can be found: nothing is asked, or only what no text has."""
    words = words_of(question.words)
    filters = tuple(token.lower() for token in question.tokens)
    if question.is_empty or (question.words.strip() and not words) or not all(map(FILTER.fullmatch, filters)):
        return None
    tokens = [token for word in words for token in word.tokens]
    wanted = Wanted(
        now=timezone.now(),
        tokens=(*dict.fromkeys(tokens), *filters),
        filters=filters,
        head=tuple(HEAD + token for token in dict.fromkeys(tokens)),
        patterns=tuple(word.pattern for word in words if not word.is_exact),
        most_looked_at=MOST_LOOKED_AT,
    )
    return between(wanted, question.since, question.until)


def between(wanted, since, until):
    if since:
        wanted = replace(wanted, first=floor(midnight(since)))
    if until and until < date.max:
        wanted = replace(wanted, end=floor(midnight(until + timedelta(days=1))))
    return wanted


def counted_in(shelf, wanted, screen, *, is_all):
    """What was looked for in vain so long is not counted too, and not what stands on the screen whole."""
    if is_all or screen.reached is not None:
        return Sight(screen.rows, screen.reached)
    return index().find(shelf, wanted, MOST_COUNTED + 1)


class Screenful(NamedTuple):
    """rows: [(tier, place, key)]. reached: where in the tier the looking was broken off."""

    rows: list
    tier: Tier
    reached: int | None

    def goes_on_after(self, limit):
        """(tier, place), or None at the end."""
        if len(self.rows) > limit:
            return self.rows[limit - 1][:2]
        return None if self.reached is None else (self.tier, self.reached)


def screenful(shelf, question, wanted, start, limit):
    """From the start on."""
    rows = []
    for tier, part in tiers(question, wanted):
        if tier < start.tier or len(rows) >= limit:
            continue
        end = min(part.end, start.place) if tier == start.tier else part.end
        sight = index().find(shelf, replace(part, end=end), limit - len(rows))
        rows += [(tier, place, key) for place, key in sight.rows]
        if sight.reached is not None:
            return Screenful(rows, tier, sight.reached)
    return Screenful(rows, Tier.ALL, None)


def tiers(question, wanted):
    """The parts of all that is found, one after the other; no story is in two."""
    if question.newest or not wanted.head:
        return [(Tier.ALL, wanted)]
    return [
        (Tier.HEADLINE, replace(wanted, tokens=(*wanted.head, *wanted.filters))),
        (Tier.REST, replace(wanted, without=wanted.head)),
    ]
