"""A month: all that was printed in it, shared, capped, in an order of its own."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from fees.reckoning.cards import Card, GradePay, Rate, Unpaid, Whole, card_on, whole_of
from fees.reckoning.money import NOTHING, apportion
from fees.reckoning.works import Piece, Sharer, Work


class Why(StrEnum):
    """Why somebody gets less than the own share."""

    NOT_PAID = "not_paid"
    MONTH_FULL = "month_full"


@dataclass(frozen=True)
class Line:
    """What one person gets of one piece, and all that it was reckoned from."""

    work: Work
    sharer: Sharer
    card: Card
    rate: Rate
    whole: Whole
    weights: int  # of all who share
    share: Decimal
    amount: Decimal
    why: str = ""

    @property
    def key(self) -> tuple[Piece, int]:
        return self.work.piece, self.sharer.contributor

    @property
    def is_graded(self):
        return self.whole.grade != GradePay()

    @property
    def measured(self):
        """Characters or lines, as the rule counts; 0 apiece."""
        return self.work.measured(self.rate.rule.measure) if self.rate.rule else 0


@dataclass(frozen=True)
class Sheet:
    lines: tuple[Line, ...]
    # What somebody should be paid for, and no card or no line of it says how much.
    without_rate: tuple[Work, ...]

    @property
    def total(self):
        return sum((line.amount for line in self.lines), NOTHING)


def reckon(works: Iterable[Work], cards: Iterable[Card], last_day: date) -> Sheet:
    """last_day: of the month. How much one person gets at most in it, the card of that day says."""
    cards = tuple(cards)
    lines, without_rate = [], []
    for work in sorted(works, key=lambda work: work.place):
        card = card_on(cards, work.printed_on)
        if card is None:
            without_rate += [work] if work.sharers else []
        elif any(card.pays(sharer) for sharer in work.sharers):
            rate = card.rate_for(work)
            if rate is None:
                without_rate.append(work)
            else:
                lines += lines_of(work, card, rate)
    at_last = card_on(cards, last_day)
    return Sheet(tuple(up_to(at_last and at_last.most_a_month, lines)), tuple(without_rate))


def lines_of(work, card, rate):
    """One for each who shares; together they are the whole, less what lapses."""
    whole = whole_of(work, card, rate)
    weights = [sharer.weight if shares_in(card, sharer) else 0 for sharer in work.sharers]
    for sharer, share in zip(work.sharers, apportion(whole.amount, weights), strict=True):
        paid = card.pays(sharer)
        why = "" if paid else Why.NOT_PAID
        yield Line(work, sharer, card, rate, whole, sum(weights), share, share if paid else NOTHING, why)


def shares_in(card, sharer):
    return card.pays(sharer) or card.unpaid == Unpaid.LAPSES


def up_to(most, lines):
    """The lines that a month is full with are cut, the earlier ones not. most: yuan for one person, or None."""
    paid = defaultdict(lambda: NOTHING)
    for line in lines:
        person = line.sharer.contributor
        left = line.amount if most is None else max(NOTHING, most - paid[person])
        if line.amount > left:
            line = replace(line, amount=left, why=Why.MONTH_FULL)
        paid[person] += line.amount
        yield line
