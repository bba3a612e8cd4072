"""
The lines that a month would have if it were closed now: what was printed in it, what turned out otherwise in months
that are closed, and what could not be set off in the month before. Nothing is written here.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from bylines.models import Contributor
from fees.gathering import gather, who_they_are
from fees.models import FeeMonth, LedgerLine, RateCard
from fees.reckoning.correcting import Written, corrections
from fees.reckoning.money import NOTHING, total_of
from fees.reckoning.sheets import reckon
from fees.reckoning.works import Piece, Work

# What is found out later than this about a closed month is settled by hand.
MONTHS_LOOKED_BACK = 24


@dataclass
class Draft:
    month: FeeMonth
    lines: list[LedgerLine] = field(default_factory=list)
    without_rate: list[tuple[Work, str]] = field(default_factory=list)  # and its headline

    @property
    def total(self):
        return total_of(line.amount for line in self.lines)


def draft(month):
    """month: closed or not, stored or not; only its first day is asked."""
    found = Draft(month)
    gathered = gather(month.first_day, month.last_day)
    sheet = reckon(gathered.works, cards_of(month), month.last_day)
    found.without_rate = [(work, gathered.stories[work.piece.article].headline) for work in sheet.without_rate]
    found.lines = [line_from(line, gathered, month) for line in sheet.lines]
    for earlier in months_before(month):
        found.lines += corrections_of(earlier)
    found.lines += set_off(found.lines, month)
    name_people(found.lines)
    for number, line in enumerate(found.lines, 1):
        line.number = number
    return found


def months_before(month):
    """Closed, the earlier first."""
    closed = FeeMonth.objects.closed().filter(first_day__lt=month.first_day)
    return list(closed.order_by("-first_day")[:MONTHS_LOOKED_BACK])[::-1]


def cards_of(month):
    """Of a closed month those that it was closed with."""
    cards = RateCard.objects.begun_by(month.last_day).whole()
    if month.closed_at:
        cards = cards.filter(used_at__lte=month.closed_at)
    return [card.as_reckoned for card in cards]


def corrections_of(month):
    """What that month, which is closed, would come to today, against what stands of it in the ledger."""
    gathered = gather(month.first_day, month.last_day)
    sheet = reckon(gathered.works, cards_of(month), month.last_day)
    unpriced = {work.piece for work in sheet.without_rate}  # what no line pays for any more stays as it was paid
    found = corrections([row for row in written_of(month) if row.piece not in unpriced], sheet.lines)
    rows = rows_of(found)
    for correction in found:
        for row in correction.takes_back:
            yield reversal_of(rows[row.key], row.contributor, month)
        if correction.line:
            back_pay = line_from(correction.line, gathered, month)
            back_pay.kind, back_pay.corrects = LedgerLine.Kind.BACK_PAY, rows.get(correction.corrects)
            yield back_pay


def written_of(month):
    """Mostly nothing has changed: the lines are read whole only where one is to be taken back."""
    rows = month.earned.of_pieces().standing().order_by("pk")
    rows = list(rows.values_list("pk", "article", "photo", "contributor", "amount"))
    now = who_they_are({person for _key, _article, _photo, person, _amount in rows})
    for key, article, photo, person, amount in rows:
        yield Written(key, Piece(article, photo or 0), now[person], amount)


def rows_of(found):
    """{key: line of the ledger} that these corrections name."""
    keys = {row.key for correction in found for row in correction.takes_back}
    keys |= {correction.corrects for correction in found if correction.corrects}
    return LedgerLine.objects.select_related("month").in_bulk(keys)


COPIED = (
    *("role", "article_id", "photo_id", "headline", "printed_on", "page", "card_id", "rate_id"),
    *("rate_amount", "measure", "measured", "units", "base", "grade_id", "factor", "supplement", "whole"),
    *("weight", "weights", "share", "reason"),
)


def reversal_of(row, person, month):
    """冲正: the same line with its amount below nothing. month: in which it was printed."""
    return LedgerLine(
        earned_in=month,
        kind=LedgerLine.Kind.REVERSAL,
        takes_back=row,
        corrects=row,
        contributor_id=person,
        amount=-row.amount,
        **{name: getattr(row, name) for name in COPIED},
    )


def line_from(line, gathered, month):
    """As the ledger keeps it. month: in which it was printed."""
    work, rate, whole = line.work, line.rate, line.whole
    story = gathered.stories[work.piece.article]
    return LedgerLine(
        earned_in=month,
        contributor_id=line.sharer.contributor,
        role=line.sharer.role,
        article_id=work.piece.article,
        photo_id=work.piece.photo or None,
        headline=story.headline,
        printed_on=work.printed_on,
        page=" ".join(filter(None, [story.page, story.page_name])),
        card_id=line.card.key,
        rate_id=rate.key,
        rate_amount=rate.amount,
        measure=rate.rule.measure.value if rate.rule else "",
        measured=line.measured,
        units=whole.units,
        base=whole.base,
        grade_id=work.grade if line.is_graded else None,
        factor=whole.grade.factor,
        supplement=whole.grade.supplement,
        whole=whole.amount,
        weight=line.sharer.weight,
        weights=line.weights,
        share=line.share,
        reason=line.why,
        amount=line.amount,
    )


def set_off(lines, month):
    """
    结转: nobody is paid less than nothing. What somebody owes after a reversal is carried over, and taken off what the
    next month brings; and so on until it is made up for.
    """
    waiting = LedgerLine.objects.filter(kind=LedgerLine.Kind.CARRIED, amount__gt=0).standing().order_by("pk")
    waiting = waiting.select_related("month")
    now = who_they_are({row.contributor_id for row in waiting})
    owed = [carried(month, now[row.contributor_id], -row.amount, takes_back=row) for row in waiting]
    totals = defaultdict(lambda: NOTHING)
    for line in [*lines, *owed]:
        totals[line.contributor_id] += line.amount
    return owed + [carried(month, person, -total) for person, total in sorted(totals.items()) if total < 0]


def carried(month, person, amount, takes_back=None):
    return LedgerLine(
        kind=LedgerLine.Kind.CARRIED,
        earned_in=month,
        contributor_id=person,
        amount=amount,
        takes_back=takes_back,
        corrects=takes_back,
    )


def name_people(lines):
    """As the register has them today; on later sheets they may be called otherwise."""
    people = Contributor.objects.in_bulk({line.contributor_id for line in lines})
    for line in lines:
        line.contributor = people[line.contributor_id]
        line.name, line.unit = line.contributor.name, line.contributor.unit


def month_of(first_day):
    """The stored one, or one that is not stored yet."""
    return FeeMonth.objects.filter(first_day=first_day).first() or FeeMonth(first_day=first_day)
