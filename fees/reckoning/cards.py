"""What a card pays for what, and which of its lines is the one for a work."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from fees.reckoning.lengths import LengthRule
from fees.reckoning.money import NOTHING, to_fen
from fees.reckoning.works import Kind


@dataclass(frozen=True)
class Rate:
    """A line of a card. What it leaves empty it does not ask for."""

    key: int
    kind: Kind
    amount: Decimal  # yuan for each unit of the rule, or apiece without one
    rule: LengthRule | None = None
    genre: int | None = None
    column: int | None = None
    page: str = ""  # label or name
    most: Decimal | None = None  # for one piece

    def fits(self, work):
        return (
            self.kind == work.piece.kind
            and self.genre in (None, work.genre)
            and self.column in (None, work.column)
            and self.page in ("", work.page, work.page_name)
        )

    def closeness(self, work):
        """The column decides before the page, its label before its name, and that before the genre."""
        on_page = self.page != ""
        return (
            self.column is not None,
            on_page and self.page == work.page,
            on_page,
            self.genre is not None,
            -self.key,
        )

    def units(self, work):
        return self.rule.units(work.measured(self.rule.measure)) if self.rule else Decimal(1)


@dataclass(frozen=True)
class GradePay:
    """好稿: so many times the base, and so much on top."""

    factor: Decimal = Decimal(1)
    supplement: Decimal = NOTHING


class Unpaid(StrEnum):
    """What becomes of the share of somebody who is not paid."""

    LAPSES = "lapses"
    TO_OTHERS = "to_others"


@dataclass(frozen=True)
class Card:
    key: int
    begins_on: date
    rates: tuple[Rate, ...]
    paid_roles: frozenset[str]
    grades: dict[int, GradePay] = field(default_factory=dict)
    unpaid: Unpaid = Unpaid.LAPSES
    most_a_month: Decimal | None = None  # for one person

    def rate_for(self, work):
        """The line that says most about the work; None where no line fits."""
        fitting = [rate for rate in self.rates if rate.fits(work)]
        return max(fitting, key=lambda rate: rate.closeness(work), default=None)

    def grade_of(self, work):
        """A grade is the story's: photos have none."""
        return self.grades.get(work.grade, GradePay()) if work.piece.kind == Kind.STORY else GradePay()

    def pays(self, sharer):
        return sharer.role in self.paid_roles


@dataclass(frozen=True)
class Whole:
    """What a piece comes to before it is shared, step by step."""

    units: Decimal
    base: Decimal
    grade: GradePay
    amount: Decimal


def whole_of(work, card, rate):
    units, grade = rate.units(work), card.grade_of(work)
    base = to_fen(rate.amount * units)
    graded = to_fen(base * grade.factor) + grade.supplement
    return Whole(units, base, grade, graded if rate.most is None else min(graded, rate.most))


def card_on(cards, day):
    """The card of that day: the latest that has begun."""
    begun = [card for card in cards if card.begins_on <= day]
    return max(begun, key=lambda card: card.begins_on, default=None)
