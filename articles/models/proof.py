from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from desk.models.written_once import WrittenOnce

MOST_ERRORS = 9999


class Proof(WrittenOnce):
    """校样: one reading of a page's proof. There are three, one after the other, and what was found is kept."""

    class Round(models.IntegerChoices):
        FIRST = 1, _("first proof")
        SECOND = 2, _("second proof")
        THIRD = 3, _("third proof")

    page = models.ForeignKey("articles.Page", verbose_name=_("page"), on_delete=models.PROTECT, related_name="proofs")
    round = models.PositiveSmallIntegerField(_("proof"), choices=Round)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("read by"), on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(_("at"), default=timezone.now)
    errors = models.PositiveSmallIntegerField(_("errors found"), validators=[MaxValueValidator(MOST_ERRORS)])
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("proof")
        verbose_name_plural = _("proofs")
        default_permissions = ("view",)
        ordering = ["page_id", "round"]
        constraints = [
            models.UniqueConstraint(fields=["page", "round"], name="articles_proof_round"),
            models.CheckConstraint(condition=models.Q(round__range=(1, 3)), name="articles_proof_three"),
        ]

    def __str__(self):
        return f"{self.page} · {self.get_round_display()}"

    def save(self, *args, **kwargs):
        if self._state.adding and self.round != self.page.proofs.count() + 1:
            raise ValueError("Proofs are read one after the other.")
        super().save(*args, **kwargs)
