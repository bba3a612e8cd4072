from decimal import Decimal

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from bylines.models import Role
from desk.models.written_once import WrittenOnce, WrittenOnceQuerySet
from fees.models.card import LengthRule
from fees.models.yuan import YuanField
from fees.reckoning.sheets import Why


class LedgerLineQuerySet(WrittenOnceQuerySet):
    def standing(self):
        """Those that no later line has taken back."""
        return self.filter(taken_back_by=None)

    def of_pieces(self):
        return self.filter(kind__in=[LedgerLine.Kind.FEE, LedgerLine.Kind.BACK_PAY])

    def paid(self):
        return self.exclude(amount=0)


class LedgerLine(WrittenOnce):
    """
    稿费单上的一行: what one person gets for one piece, with all that it was reckoned from, so that a stranger with a
    pencil comes to the same. It is written when its month is closed, and never changed or deleted: triggers hold it.
    """

    class Kind(models.TextChoices):
        FEE = "fee", pgettext_lazy("ledger", "fee")
        REVERSAL = "reversal", pgettext_lazy("ledger", "reversal")
        BACK_PAY = "back_pay", pgettext_lazy("ledger", "back pay")
        CARRIED = "carried", pgettext_lazy("ledger", "carried over")

    class Reason(models.TextChoices):
        NOT_PAID = Why.NOT_PAID.value, _("not paid in this role")
        MONTH_FULL = Why.MONTH_FULL.value, _("the month's upper limit")

    month = models.ForeignKey("fees.FeeMonth", verbose_name=_("month"), on_delete=models.PROTECT, related_name="lines")
    number = models.PositiveIntegerField(_("number"))
    # The month in whose paper the piece stood; of a correction an earlier one than the month that pays.
    earned_in = models.ForeignKey(
        "fees.FeeMonth", verbose_name=_("printed in"), on_delete=models.PROTECT, related_name="earned"
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.FEE)
    corrects = models.ForeignKey(
        "self", verbose_name=_("corrects"), null=True, blank=True, on_delete=models.PROTECT, related_name="corrections"
    )
    # The line whose amount it takes back, of a reversal or of what was carried over; each once at most.
    takes_back = models.OneToOneField(
        "self",
        verbose_name=_("takes back"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="taken_back_by",
    )
    contributor = models.ForeignKey(
        "bylines.Contributor", verbose_name=_("contributor"), on_delete=models.PROTECT, related_name="fee_lines"
    )
    # As in the register on the day of closing.
    name = models.CharField(pgettext_lazy("person", "name"), max_length=80)
    unit = models.CharField(_("unit"), max_length=100, blank=True)
    role = models.CharField(_("as whom"), max_length=30, choices=Role, blank=True)

    article = models.ForeignKey(
        "articles.Article",
        verbose_name=_("article"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="fee_lines",
    )
    photo = models.ForeignKey(
        "media.Photo", verbose_name=_("photo"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    headline = models.CharField(_("headline"), max_length=200, blank=True)
    printed_on = models.DateField(pgettext_lazy("fees", "printed on"), null=True, blank=True)
    page = models.CharField(_("page"), max_length=70, blank=True)

    card = models.ForeignKey(
        "fees.RateCard", verbose_name=_("rate card"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    rate = models.ForeignKey(
        "fees.Rate",
        verbose_name=pgettext_lazy("fees", "rate"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    rate_amount = YuanField(_("yuan a unit"), default=Decimal(0))
    measure = models.CharField(
        _("counted are"), max_length=20, choices=LengthRule.Measure, blank=True, help_text=_("Empty: apiece.")
    )
    measured = models.PositiveIntegerField(_("length"), default=0)
    units = models.DecimalField(_("units"), max_digits=10, decimal_places=3, default=Decimal(0))
    base = YuanField(_("base"), default=Decimal(0))
    grade = models.ForeignKey(
        "fees.Grade", verbose_name=_("grade"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    factor = models.DecimalField(_("times the base"), max_digits=5, decimal_places=2, default=Decimal(1))
    supplement = YuanField(_("yuan on top"), default=Decimal(0))
    whole = YuanField(_("the whole piece"), default=Decimal(0))
    weight = models.PositiveSmallIntegerField(_("parts"), default=0)
    weights = models.PositiveIntegerField(_("parts of all"), default=0)
    share = YuanField(pgettext_lazy("fees", "share"), default=Decimal(0))
    reason = models.CharField(_("why less"), max_length=20, choices=Reason, blank=True)
    amount = YuanField(_("yuan"))

    objects = LedgerLineQuerySet.as_manager()

    class Meta:
        verbose_name = _("line of the ledger")
        verbose_name_plural = _("lines of the ledger")
        default_permissions = ("view",)
        ordering = ["-month__first_day", "number"]
        indexes = [
            models.Index(fields=["month", "contributor"], name="fees_line_of_person"),
            models.Index(fields=["earned_in", "kind"], name="fees_line_earned"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["month", "number"], name="fees_line_number"),
            models.CheckConstraint(
                condition=Q(kind="reversal", takes_back__isnull=False)
                | Q(kind="carried")
                | Q(kind__in=["fee", "back_pay"], takes_back=None),
                name="fees_line_reversal_takes_back",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["reversal", "carried"]) | Q(amount__gte=0), name="fees_line_not_below_nothing"
            ),
            models.CheckConstraint(
                condition=Q(kind="carried", article=None) | (~Q(kind="carried") & Q(article__isnull=False)),
                name="fees_line_of_a_story",
            ),
            models.CheckConstraint(
                condition=~Q(kind="fee") | Q(corrects=None, earned_in=F("month")), name="fees_line_fee_of_its_month"
            ),
        ]

    def __str__(self):
        return self.said_number

    @property
    def said_number(self):
        """2023-03/0017: by this it is named on paper."""
        return f"{self.month.first_day:%Y-%m}/{self.number:04}"

    def get_absolute_url(self):
        return reverse("admin:fees_ledgerline_change", args=[self.pk])
