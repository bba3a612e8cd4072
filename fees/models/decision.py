from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class DecisionQuerySet(models.QuerySet):
    def standing(self):
        return self.filter(taken_back_at=None)


class Decision(models.Model):
    """What somebody decided about the fee of one story. Another one takes its place, and both stay in the record."""

    taken_back_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("taken back by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    taken_back_at = models.DateTimeField(_("taken back"), null=True, blank=True)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        abstract = True
