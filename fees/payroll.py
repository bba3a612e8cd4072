"""付款表: what each person gets of one month, as it was closed."""

from dataclasses import dataclass
from decimal import Decimal

from fees.models import LedgerLine
from fees.reckoning.money import NOTHING, total_of


@dataclass
class Payee:
    person: int  # key of the contributor
    name: str
    unit: str
    stories: int = 0
    photos: int = 0
    fees: Decimal = NOTHING
    corrections: Decimal = NOTHING  # 冲正, 补发 and what was carried over

    @property
    def amount(self):
        return self.fees + self.corrections


def payees(lines):
    """By name, of lines in their order. Who has no money to get and none to give back is not on it."""
    found = {}
    for line in lines:
        if line.amount or line.kind != LedgerLine.Kind.FEE:
            payee = found.setdefault(line.contributor_id, Payee(line.contributor_id, line.name, line.unit))
            add(payee, line)
    return sorted(found.values(), key=lambda payee: (-payee.amount, payee.name, payee.person))


def add(payee, line):
    if line.kind != LedgerLine.Kind.FEE:
        payee.corrections += line.amount
        return
    payee.fees += line.amount
    if line.photo_id:
        payee.photos += 1
    else:
        payee.stories += 1


def sum_of(found):
    return total_of(payee.amount for payee in found)
