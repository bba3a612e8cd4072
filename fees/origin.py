"""How the amount of a line came about, step by step: so that anybody can do the sum again by hand."""

from decimal import Decimal
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from fees.models import LedgerLine
from fees.reckoning.money import to_fen
from fees.rules_said import said_rule


class Step(NamedTuple):
    name: str
    words: str
    amount: Decimal | None = None


def steps_of(line):
    """[Step]; of what was carried over there is nothing to reckon."""
    if line.kind == LedgerLine.Kind.CARRIED:
        return [Step(str(line.get_kind_display()), said_carried(line), line.amount)]
    steps = [length_step(line), base_step(line), *grade_steps(line), *most_steps(line), share_step(line)]
    return [*steps, *reason_steps(line), *reversal_steps(line)]


def length_step(line):
    if not line.measure:
        return Step(_("Counted"), _("one piece"))
    said = {"measured": line.measured, "measure": line.get_measure_display(), "units": plain(line.units)}
    counted = _("%(measured)s %(measure)s count as %(units)s units") % said
    return Step(_("Counted"), f"{counted}（{said_rule(line.rate.rule)}）")


def base_step(line):
    named = f"{line.card}　{line.rate}"
    return Step(_("Base"), f"{named}：{line.rate_amount} × {plain(line.units)}", line.base)


def grade_steps(line):
    if line.grade_id is None:
        return []
    said = [f"{line.base} × {plain(line.factor)}"] + ([f"{line.supplement}"] if line.supplement else [])
    graded = to_fen(line.base * line.factor) + line.supplement
    return [Step(_("Grade"), f"{line.grade}：{' + '.join(said)}", graded)]


def most_steps(line):
    graded = to_fen(line.base * line.factor) + line.supplement
    return [Step(_("At most a piece"), str(line.rate), line.whole)] if graded != line.whole else []


def share_step(line):
    if line.weights == line.weight:
        return Step(pgettext("fees", "Share"), _("alone"), line.share)
    told = _("%(weight)d of %(weights)d parts; what is left over by rounding goes to who lost most by it")
    return Step(pgettext("fees", "Share"), told % {"weight": line.weight, "weights": line.weights}, line.share)


def reason_steps(line):
    if not line.reason:
        return []
    due = -line.amount if line.kind == LedgerLine.Kind.REVERSAL else line.amount
    return [Step(_("Less"), f"{line.get_role_display()}：{line.get_reason_display()}", due)]


def reversal_steps(line):
    if line.kind != LedgerLine.Kind.REVERSAL:
        return []
    return [Step(str(line.get_kind_display()), _("of line %(number)s") % {"number": line.takes_back}, line.amount)]


def said_carried(line):
    if line.takes_back_id:
        return _("What line %(number)s carried over is taken off.") % {"number": line.takes_back}
    return _("More was taken back than earned: the rest is taken off next month.")


def plain(number):
    """1.500 as 1.5, and 1.000 as 1."""
    return f"{number.normalize():f}"
