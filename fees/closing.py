"""月结: a month is closed once, and after the one before it. What it is reckoned with stays as it was then."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.acting import require
from articles.holding import hold
from desk.models import AuditEntry
from fees.drafting import draft
from fees.models import FeeMonth, LedgerLine, LengthRule, RateCard
from fees.models.month import month_after
from fees.reckoning.money import to_fen

MOST_NAMED = 5
AT_ONCE = 200


def next_to_close(today=None):
    """First day of the month that comes next; before the first closing the month before today's."""
    last = FeeMonth.objects.last_closed()
    if last:
        return month_after(last.first_day)
    today = today or timezone.localdate()
    return date(today.year - (today.month == 1), (today.month - 2) % 12 + 1, 1)


@transaction.atomic
def close_month(first_day, *, by):
    """Writes its lines. Of two who close it at once the second is told that it is closed."""
    month = held_month(first_day)
    require(month.closed_at is None, _("%(month)s is closed already.") % {"month": month})
    require(month.last_day < timezone.localdate(), _("%(month)s is not over yet.") % {"month": month})
    require(held_cards(month), _("No rate card has begun by then."))
    last = FeeMonth.objects.last_closed()
    in_turn = last is None or month_after(last.first_day) == month.first_day
    require(in_turn, _("Months are closed one after the other; the last one is %(month)s.") % {"month": last})
    found = draft(month)
    require(not found.without_rate, said_without_rate(found.without_rate))
    write(month, found, by)
    AuditEntry.note(
        verb="close_month", record=month, by=by, words=f"{month}：{len(found.lines)} → {to_fen(month.total)}"
    )
    return month


def held_month(first_day):
    """Whoever comes second waits here until the first is done, and sees what became of it."""
    FeeMonth.objects.get_or_create(first_day=first_day)
    return hold(FeeMonth.objects.filter(first_day=first_day)).get()


def held_cards(month):
    """With their length rules: whoever is about to change one changes it before it is reckoned with, or not at all."""
    list(hold(LengthRule.objects.all()))
    return list(hold(RateCard.objects.begun_by(month.last_day)))


def write(month, found, by):
    month.closed_at, month.closed_by, month.total = timezone.now(), by, found.total
    for line in found.lines:
        line.month = month
        line.earned_in = month if line.earned_in.first_day == month.first_day else line.earned_in
    LedgerLine.objects.bulk_create(found.lines, batch_size=AT_ONCE)
    RateCard.objects.begun_by(month.last_day).filter(used_at=None).update(used_at=month.closed_at)
    month.save(update_fields=["closed_at", "closed_by", "total"])


def said_without_rate(found):
    named = "、".join(dict.fromkeys(headline for _work, headline in found[:MOST_NAMED]))
    told = _("No line of a rate card pays for %(count)d pieces, among them: %(headlines)s.")
    return told % {"count": len(found), "headlines": named}
