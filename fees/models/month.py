"""
A month of the ledger and who stood for it: 制单 closes it, 审核 and 批准 are by two other people. Once it is closed its
lines stay (triggers of migration 0002), and what turns out otherwise stands in a later month.
"""

from calendar import monthrange
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fees.models.yuan import YuanField
from fees.reckoning.capitals import in_capitals

STEPS_TO_PAY = 2


class FeeMonthQuerySet(models.QuerySet):
    def closed(self):
        return self.filter(closed_at__isnull=False)

    def last_closed(self):
        return self.closed().order_by("-first_day").first()


class FeeMonth(models.Model):
    class State(models.TextChoices):
        CLOSED = "closed", pgettext_lazy("fees", "to be checked")
        CHECKED = "checked", pgettext_lazy("fees", "to be approved")
        APPROVED = "approved", pgettext_lazy("fees", "to be paid")
        PAID = "paid", pgettext_lazy("fees", "paid")

    first_day = models.DateField(_("month"), unique=True)
    # Without it only inside the act that closes the month.
    closed_at = models.DateTimeField(_("closed"), null=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=pgettext_lazy("fees", "made out by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    total = YuanField(_("total"), default=0)
    paid_on = models.DateField(_("paid on"), null=True, blank=True)
    paid_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("paid by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    objects = FeeMonthQuerySet.as_manager()

    class Meta:
        verbose_name = _("month of fees")
        verbose_name_plural = _("months of fees")
        default_permissions = ("view",)
        permissions = [
            ("close_feemonth", _("Can close a month of fees")),
            ("approve_feemonth", _("Can check and approve a month of fees")),
            ("pay_feemonth", _("Can enter that a month of fees is paid")),
        ]
        ordering = ["-first_day"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_at=None, closed_by=None, paid_on=None)
                | Q(closed_at__isnull=False, closed_by__isnull=False),
                name="fees_feemonth_closed_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(paid_on=None, paid_by=None) | Q(paid_on__isnull=False, paid_by__isnull=False),
                name="fees_feemonth_paid_by_somebody",
            ),
        ]

    def __str__(self):
        return f"{self.first_day.year}年{self.first_day.month}月"

    def get_absolute_url(self):
        return reverse("admin:fees_feemonth_change", args=[self.pk])

    @property
    def last_day(self):
        return last_day_of(self.first_day)

    @property
    def in_capitals(self):
        return in_capitals(self.total)

    @property
    def standing_approvals(self):
        """In turn; of approvals that may be prefetched."""
        standing = [one for one in self.approvals.all() if one.taken_back_at is None]
        return sorted(standing, key=lambda one: one.step)

    @property
    def next_step(self):
        """None where nothing is left to be checked or approved."""
        done = len(self.standing_approvals)
        return Approval.Step(done + 1) if done < STEPS_TO_PAY else None

    @property
    def state(self):
        if self.paid_on:
            return self.State.PAID
        return [self.State.CLOSED, self.State.CHECKED, self.State.APPROVED][len(self.standing_approvals)]


class Approval(models.Model):
    """审核 or 批准 of one month by one person. Taken back it stays in the record, and another may come in its place."""

    class Step(models.IntegerChoices):
        CHECKED = 1, pgettext_lazy("fees", "checked")
        APPROVED = 2, pgettext_lazy("fees", "approved")

    month = models.ForeignKey(FeeMonth, verbose_name=_("month"), on_delete=models.PROTECT, related_name="approvals")
    step = models.PositiveSmallIntegerField(_("step"), choices=Step)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name=_("by"), on_delete=models.PROTECT, related_name="+")
    # Copied from the month, so that the row itself can say that the two are different people.
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=pgettext_lazy("fees", "made out by"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    at = models.DateTimeField(_("at"), default=timezone.now)
    words = models.CharField(_("opinion"), max_length=300, blank=True)
    taken_back_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("taken back by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    taken_back_at = models.DateTimeField(_("taken back"), null=True, blank=True)
    reason = models.CharField(_("reason"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("approval")
        verbose_name_plural = _("approvals")
        default_permissions = ()
        ordering = ["month", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["month", "step"], condition=Q(taken_back_at=None), name="fees_approval_one_a_step"
            ),
            models.UniqueConstraint(
                fields=["month", "by"], condition=Q(taken_back_at=None), name="fees_approval_one_a_person"
            ),
            models.CheckConstraint(condition=~Q(by=F("closed_by")), name="fees_approval_not_who_closed"),
            models.CheckConstraint(condition=Q(step__range=(1, STEPS_TO_PAY)), name="fees_approval_step"),
            models.CheckConstraint(
                condition=Q(taken_back_at=None, taken_back_by=None, reason="")
                | (Q(taken_back_at__isnull=False, taken_back_by__isnull=False) & ~Q(reason="")),
                name="fees_approval_taken_back_for_a_reason",
            ),
        ]

    def __str__(self):
        return f"{self.month} · {self.get_step_display()}"


def last_day_of(first_day):
    return first_day.replace(day=monthrange(first_day.year, first_day.month)[1])


def month_after(first_day):
    return last_day_of(first_day) + timedelta(days=1)
