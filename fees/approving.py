"""审核, 批准, 付款: by people who did not close the month, two of them; all taken back as long as nothing is paid."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.acting import require, set_fields
from articles.holding import held
from desk.models import AuditEntry
from fees.models import Approval

VERBS = {Approval.Step.CHECKED: "check_fees", Approval.Step.APPROVED: "approve_fees"}


@transaction.atomic
def approve(month, *, by, words=""):
    """The next step: the first time it is checked, the second approved."""
    stored = held_closed(month)
    standing = stored.standing_approvals
    step = stored.next_step
    require(step is not None, _("It has been checked and approved already."))
    require(stored.closed_by_id != by.pk, _("Whoever closed the month does not check or approve it."))
    require(by.pk not in {one.by_id for one in standing}, _("The second approval is by somebody else."))
    Approval.objects.create(month=stored, step=step, by=by, closed_by=stored.closed_by, words=words)
    AuditEntry.note(verb=VERBS[step], record=stored, by=by, words=f"{stored}：{stored.total}")
    return step


@transaction.atomic
def take_back(month, *, by, reason):
    """All approvals that stand: whoever found something wrong, the month is checked from the beginning."""
    stored = held_closed(month)
    standing = stored.standing_approvals
    require(standing, _("Nobody has checked it yet."))
    for one in standing:
        set_fields(one, taken_back_at=timezone.now(), taken_back_by=by, reason=reason)
    AuditEntry.note(verb="take_fees_back", record=stored, by=by, words=reason)


@transaction.atomic
def enter_payment(month, *, on, by):
    stored = held_closed(month)
    require(stored.next_step is None, _("It has not been checked and approved by two people yet."))
    day = timezone.localdate(stored.closed_at)
    require(day <= on <= timezone.localdate(), _("It was paid between the day of closing and today."))
    set_fields(stored, paid_on=on, paid_by=by)
    AuditEntry.note(verb="pay_fees", record=stored, by=by, words=f"{stored}：{stored.total}")


def held_closed(month):
    stored = held(month)
    require(stored.closed_at is not None, _("The month is not closed."))
    require(stored.paid_on is None, _("It is paid: nothing is changed any more."))
    return stored
