"""What the board shows: cards on sheets, and the stamps by which an act says what its editor saw."""

import json
import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property

from django.utils import timezone
from django.utils.html import format_html_join

from articles.models import Issue, Page
from articles.planning import face_of, order_of
from articles.state import State
from media import cards as photo_cards


@dataclass(frozen=True)
class Card:
    """One story: what a duty editor asks about it at a glance."""

    pk: int
    headline: str
    state: State
    length: int
    writers: str
    photos: int
    doubts: int
    may_be_edited: bool
    is_in_reach: bool
    step: str = ""  # of a story in review
    waiting_since: datetime | None = None
    version: int = 0
    notes: int = 0  # that nobody has settled


@dataclass(frozen=True)
class Placed:
    """A card on a page. A story may stand on several."""

    placement: int
    card: Card
    from_label: str | None = None  # 转版: the page that it is continued from,
    to_label: str | None = None  # and the one that it runs on to

    @property
    def key(self):
        return f"p{self.placement}"


@dataclass
class Sheet:
    """One page of the issue. `hidden` stories lie there too, of desks that are not this colleague's."""

    page: Page
    placed: list[Placed] = field(default_factory=list)
    hidden: int = 0
    length: int = 0
    proof_label: str = ""  # of the last proof that was read
    proof_errors: int | None = None
    stamp: str = ""  # of what stands there, for acts that move it

    @property
    def cards(self):
        return [placed.card for placed in self.placed]

    @property
    def is_empty(self):
        return not self.placed and not self.hidden

    @property
    def face(self):
        return face_of(self.page)

    @property
    def facts(self):
        """All that is shown but for the cards."""
        proof = self.proof_label, self.proof_errors
        return self.page.pk, self.page.title, self.face, *proof, self.length, self.stamp


@dataclass(frozen=True)
class Board:
    issue: Issue | None
    previous: Issue | None = None
    next: Issue | None = None
    sheets: tuple[Sheet, ...] = ()
    unplaced: tuple[Card, ...] = ()
    photos: tuple[photo_cards.Card, ...] = ()
    may_place: bool = False  # what stands on no page yet

    @property
    def length(self):
        return sum(sheet.length for sheet in self.sheets)

    @property
    def unsigned(self):
        """Headlines of what is missing before the issue is whole, as far as this colleague sees it."""
        waiting = (State.DRAFT, State.SUBMITTED)
        return list(
            dict.fromkeys(card.headline for sheet in self.sheets for card in sheet.cards if card.state in waiting)
        )

    @property
    def stories(self):
        return sum(len(sheet.placed) + sheet.hidden for sheet in self.sheets)

    @property
    def seen(self):
        """The stamps of the pages: what an act on this board says that its editor saw."""
        return {sheet.page.pk: sheet.stamp for sheet in self.sheets}

    @property
    def seen_words(self):
        return json.dumps(self.seen)

    @cached_property
    def page_choices(self):
        """Of every card's menu, and so put together once."""
        return format_html_join("", '<option value="{}">{}</option>', ((s.page.pk, s.page.title) for s in self.sheets))

    @property
    def next_label(self):
        """02 after 01, A03 after A02; nothing where the last label has no number."""
        last = self.sheets[-1].page.label if self.sheets else "00"
        section, number = re.fullmatch(r"(\D*)(\d*)", last).groups()
        return f"{section}{int(number) + 1:0{len(number)}d}" if number else ""

    @property
    def next_day(self):
        """The day after the last issue that is known here."""
        last = self.next or self.issue
        return last.date + timedelta(days=1) if last else timezone.localdate()

    @property
    def order(self):
        return order_of(sheet.page.pk for sheet in self.sheets)

    @property
    def stamp(self):
        """Changes with whatever the board shows, but for photos, which nobody plans by."""
        issue = self.issue
        head = issue and (issue.pk, issue.state, issue.number, str(issue.signed_for), str(issue.published_at))
        cards = [*self.unplaced, *(card for sheet in self.sheets for card in sheet.cards)]
        told = [(card.pk, card.version, card.state, card.step, card.doubts, card.photos, card.notes) for card in cards]
        return order_of([head, [sheet.facts for sheet in self.sheets], told])
