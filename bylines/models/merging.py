from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Merging(models.Model):
    """
    Two rows of the register turned out to be one person. `moved`: {"bylines": [keys], "terms": …}: what came over from
    who is gone, so that it can go back; written and read by articles.merging.
    """

    gone = models.ForeignKey(
        "bylines.Contributor", verbose_name=_("merged away"), on_delete=models.PROTECT, related_name="mergings_away"
    )
    into = models.ForeignKey(
        "bylines.Contributor", verbose_name=_("merged into"), on_delete=models.PROTECT, related_name="mergings"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    at = models.DateTimeField(_("at"), auto_now_add=True)
    moved = models.JSONField(_("what moved"), default=dict)
    undone_at = models.DateTimeField(_("undone"), null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("undone by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        verbose_name = _("merging")
        verbose_name_plural = _("mergings")
        default_permissions = ("view",)
        permissions = [("merge_contributor", _("Can merge contributors and undo it"))]
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["gone"], condition=Q(undone_at=None), name="bylines_merging_away_once_at_a_time"
            ),
            models.CheckConstraint(condition=~Q(gone=F("into")), name="bylines_merging_of_two"),
        ]

    def __str__(self):
        return f"{self.gone} → {self.into}"


class TwoPeople(models.Model):
    """Somebody has looked at this likely double and said that it is two people. Always the lower key first."""

    first = models.ForeignKey("bylines.Contributor", on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey("bylines.Contributor", on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("two people")
        verbose_name_plural = _("two people")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="bylines_twopeople_said_once"),
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="bylines_twopeople_in_order"),
        ]

    def __str__(self):
        return f"{self.first_id} ≠ {self.second_id}"
