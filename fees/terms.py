"""By when the law wants the fees to be paid: 使用文字作品支付报酬办法, article 12, within a month of the printing."""

from calendar import monthrange

from fees.models.month import month_after


def a_month_after(day):
    """2023-03-05 → 2023-04-05; of a day that the next month lacks its last one."""
    first = month_after(day.replace(day=1))
    return first.replace(day=min(day.day, monthrange(first.year, first.month)[1]))


def last_day_to_pay(lines):
    """Of what was printed first; None where nothing of the month is to be paid."""
    days = [line.printed_on for line in lines if line.kind == line.Kind.FEE and line.amount]
    return a_month_after(min(days)) if days else None
