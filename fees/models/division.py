from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fees.models.decision import Decision

MOST_PARTS = 100


class Division(Decision):
    """
    分成: how the fee of one story is shared, where it is not shared equally. It holds as long as it names those whom
    the story names; when the credit changes, all share equally again until somebody decides anew.
    """

    article = models.ForeignKey(
        "articles.Article", verbose_name=_("article"), on_delete=models.PROTECT, related_name="fee_divisions"
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("decided by"), on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(_("decided"), default=timezone.now)
    words = models.CharField(_("why"), max_length=300)

    class Meta:
        verbose_name = _("division of a fee")
        verbose_name_plural = _("divisions of fees")
        default_permissions = ("add", "view")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["article"], condition=Q(taken_back_at=None), name="fees_division_one_standing"
            ),
            models.CheckConstraint(condition=~Q(words=""), name="fees_division_has_reason"),
        ]

    def __str__(self):
        return f"{self.article} · {self.said}"

    @property
    def said(self):
        """7:3, of parts that are loaded."""
        return ":".join(str(part.weight) for part in self.parts.all())


class DivisionPart(models.Model):
    division = models.ForeignKey(Division, verbose_name=_("division"), on_delete=models.CASCADE, related_name="parts")
    contributor = models.ForeignKey(
        "bylines.Contributor", verbose_name=_("contributor"), on_delete=models.PROTECT, related_name="+"
    )
    weight = models.PositiveSmallIntegerField(
        _("parts"), validators=[MinValueValidator(1), MaxValueValidator(MOST_PARTS)]
    )

    class Meta:
        verbose_name = _("part")
        verbose_name_plural = _("parts")
        default_permissions = ()
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["division", "contributor"], name="fees_divisionpart_once"),
            models.CheckConstraint(condition=Q(weight__range=(1, MOST_PARTS)), name="fees_divisionpart_weight"),
        ]

    def __str__(self):
        return f"{self.contributor} {self.weight}"
