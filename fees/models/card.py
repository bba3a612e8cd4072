"""
稿酬标准: what the paper pays from a day on. A card that a closed month was reckoned with is never changed, nor are its
lines and their length rules (triggers of migration 0002): another begins later.
"""

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from bylines.models import Role
from desk.numbers import SMALL
from fees.models.yuan import NOT_BELOW_NOTHING, YuanField
from fees.reckoning import cards, lengths, works

MOST_TIMES = 10


class LengthRule(models.Model):
    """计字办法: what a thousand characters are, and what less than that counts as."""

    class Measure(models.TextChoices):
        CHARACTERS = lengths.Measure.CHARACTERS.value, _("characters")
        LINES = lengths.Measure.LINES.value, _("lines of verse")

    class Unit(models.IntegerChoices):
        THOUSAND = 1000, "1000"
        HUNDRED = 100, "100"
        TEN = 10, "10"

    class Part(models.TextChoices):
        EXACT = lengths.Part.EXACT.value, _("exactly as long as it is")
        WHOLE = lengths.Part.WHOLE.value, _("as a whole unit")
        HALF_BELOW = lengths.Part.HALF_BELOW.value, _("short as half a unit, otherwise as a whole one")

    name = models.CharField(pgettext_lazy("label", "name"), max_length=60, unique=True)
    measure = models.CharField(_("counted are"), max_length=20, choices=Measure, default=Measure.CHARACTERS)
    unit = models.PositiveSmallIntegerField(pgettext_lazy("length", "unit"), choices=Unit, default=Unit.THOUSAND)
    part = models.CharField(_("part of a unit counts"), max_length=20, choices=Part, default=Part.HALF_BELOW)
    half_below = models.PositiveSmallIntegerField(
        _("half below"),
        default=0,
        validators=SMALL,
        help_text=_("Less than this counts as half a unit: 500 by law. Only where short ones count as half."),
    )

    class Meta:
        verbose_name = _("length rule")
        verbose_name_plural = _("length rules")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(part=lengths.Part.HALF_BELOW.value, half_below__gt=0, half_below__lt=F("unit"))
                | (~Q(part=lengths.Part.HALF_BELOW.value) & Q(half_below=0)),
                name="fees_lengthrule_half",
                violation_error_message=_("Say below how many it counts as half, fewer than the unit; else leave 0."),
            ),
            models.CheckConstraint(condition=Q(unit__in=[10, 100, 1000]), name="fees_lengthrule_unit"),
        ]

    def __str__(self):
        return self.name

    @property
    def as_reckoned(self):
        return lengths.LengthRule(lengths.Measure(self.measure), self.unit, lengths.Part(self.part), self.half_below)


class Grade(models.Model):
    """好稿等级: 甲, 乙, 丙. What it is worth the cards say."""

    name = models.CharField(pgettext_lazy("label", "name"), max_length=20, unique=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0, validators=SMALL)

    class Meta:
        verbose_name = _("grade")
        verbose_name_plural = _("grades")
        ordering = ["order", "id"]

    def __str__(self):
        return self.name


class RateCardQuerySet(models.QuerySet):
    def whole(self):
        """With all that is reckoned with."""
        return self.prefetch_related("rates__rule", "grade_pays", "paid_roles")

    def begun_by(self, day):
        return self.filter(begins_on__lte=day)


class RateCard(models.Model):
    class Unpaid(models.TextChoices):
        LAPSES = cards.Unpaid.LAPSES.value, _("lapses")
        TO_OTHERS = cards.Unpaid.TO_OTHERS.value, _("goes to the others")

    name = models.CharField(pgettext_lazy("label", "name"), max_length=60)
    begins_on = models.DateField(
        _("first day"), unique=True, help_text=_("It holds for what is printed from then on, until another begins.")
    )
    most_a_month = YuanField(
        _("at most a month"),
        null=True,
        blank=True,
        validators=NOT_BELOW_NOTHING,
        help_text=_("For one person, in yuan."),
    )
    unpaid = models.CharField(
        _("share of the unpaid"),
        max_length=20,
        choices=Unpaid,
        default=Unpaid.LAPSES,
        help_text=_("Of a piece by somebody who is paid and somebody who is not, such as staff."),
    )
    used_at = models.DateTimeField(_("first reckoned with"), null=True, blank=True, editable=False)

    objects = RateCardQuerySet.as_manager()

    class Meta:
        verbose_name = _("rate card")
        verbose_name_plural = _("rate cards")
        ordering = ["-begins_on"]

    def __str__(self):
        return f"{self.name} {self.begins_on:%Y-%m-%d}"

    def clean(self):
        from fees.models.month import FeeMonth  # it names this model

        closed = FeeMonth.objects.last_closed()
        if closed and self.begins_on and self.begins_on <= closed.last_day and self.used_at is None:
            raise ValidationError({"begins_on": _("%(month)s is closed: begin later.") % {"month": closed}})

    @property
    def is_used(self):
        return self.used_at is not None

    @property
    def as_reckoned(self):
        """Of a card that was loaded whole()."""
        return cards.Card(
            key=self.pk,
            begins_on=self.begins_on,
            rates=tuple(rate.as_reckoned for rate in self.rates.all()),
            paid_roles=frozenset(row.role for row in self.paid_roles.all()),
            grades={row.grade_id: row.as_reckoned for row in self.grade_pays.all()},
            unpaid=cards.Unpaid(self.unpaid),
            most_a_month=self.most_a_month,
        )


class Rate(models.Model):
    """A line of a card. Of those that fit, one for a column comes first, then one for a page, then one for a genre."""

    class Kind(models.TextChoices):
        STORY = works.Kind.STORY.value, _("story")
        PHOTO = works.Kind.PHOTO.value, _("photo")

    card = models.ForeignKey(RateCard, verbose_name=_("rate card"), on_delete=models.CASCADE, related_name="rates")
    kind = models.CharField(pgettext_lazy("fees", "for"), max_length=20, choices=Kind, default=Kind.STORY)
    column = models.ForeignKey(
        "articles.Column", verbose_name=_("column"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    page = models.CharField(_("page"), max_length=50, blank=True, help_text=_("Label or name, as 01 or 副刊."))
    genre = models.ForeignKey(
        "articles.Genre", verbose_name=_("genre"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    amount = YuanField(_("yuan"), validators=NOT_BELOW_NOTHING)
    rule = models.ForeignKey(
        LengthRule,
        verbose_name=_("for each unit of"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="rates",
        help_text=_("Empty: apiece."),
    )
    most = YuanField(_("at most a piece"), null=True, blank=True, validators=NOT_BELOW_NOTHING)

    class Meta:
        verbose_name = pgettext_lazy("fees", "rate")
        verbose_name_plural = pgettext_lazy("fees", "rates")
        default_permissions = ()
        ordering = ["card", "id"]
        constraints = [
            models.UniqueConstraint(
                "card",
                "kind",
                Coalesce("column", 0),
                Coalesce("genre", 0),
                "page",
                name="fees_rate_once_a_card",
                violation_error_message=_("Another line of this card is for the same."),
            ),
            models.CheckConstraint(condition=Q(amount__gte=0), name="fees_rate_amount"),
            models.CheckConstraint(condition=Q(most=None) | Q(most__gte=0), name="fees_rate_most"),
            models.CheckConstraint(
                condition=~Q(kind=works.Kind.PHOTO.value) | Q(rule=None),
                name="fees_rate_photo_apiece",
                violation_error_message=_("Photos are paid apiece: leave the length rule empty."),
            ),
        ]

    def __str__(self):
        named = [self.get_kind_display(), self.column and str(self.column), self.page, self.genre and str(self.genre)]
        return "·".join(filter(None, map(str, filter(None, named))))

    @property
    def as_reckoned(self):
        return cards.Rate(
            key=self.pk,
            kind=works.Kind(self.kind),
            amount=self.amount,
            rule=self.rule.as_reckoned if self.rule else None,
            genre=self.genre_id,
            column=self.column_id,
            page=self.page,
            most=self.most,
        )


class GradePay(models.Model):
    """What a grade is worth by this card."""

    card = models.ForeignKey(RateCard, verbose_name=_("rate card"), on_delete=models.CASCADE, related_name="grade_pays")
    grade = models.ForeignKey(Grade, verbose_name=_("grade"), on_delete=models.PROTECT, related_name="+")
    factor = models.DecimalField(
        _("times the base"),
        max_digits=5,
        decimal_places=2,
        default=Decimal(1),
        validators=[MinValueValidator(1), MaxValueValidator(MOST_TIMES)],
    )
    supplement = YuanField(_("yuan on top"), default=Decimal(0), validators=NOT_BELOW_NOTHING)

    class Meta:
        verbose_name = _("pay for a grade")
        verbose_name_plural = _("pay for grades")
        default_permissions = ()
        ordering = ["card", "grade__order"]
        constraints = [
            models.UniqueConstraint(fields=["card", "grade"], name="fees_gradepay_once_a_card"),
            models.CheckConstraint(condition=Q(factor__gte=1, supplement__gte=0), name="fees_gradepay_not_less"),
        ]

    def __str__(self):
        return str(self.grade)

    @property
    def as_reckoned(self):
        return cards.GradePay(self.factor, self.supplement)


class PaidRole(models.Model):
    """As whom one is paid. Whoever is credited as anything else, staff among them, is not."""

    card = models.ForeignKey(RateCard, verbose_name=_("rate card"), on_delete=models.CASCADE, related_name="paid_roles")
    role = models.CharField(_("role"), max_length=30, choices=Role)

    class Meta:
        verbose_name = _("who is paid")
        verbose_name_plural = _("who is paid")
        default_permissions = ()
        ordering = ["card", "id"]
        constraints = [models.UniqueConstraint(fields=["card", "role"], name="fees_paidrole_once_a_card")]

    def __str__(self):
        return str(self.get_role_display())
