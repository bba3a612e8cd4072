from django.db import models
from django.utils.translation import gettext_lazy as _


class Routing(models.Model):
    """Which desk gets what is handed in for a column, or from a region and all below it."""

    column = models.OneToOneField(
        "articles.Column",
        verbose_name=_("column"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="routing",
    )
    region = models.OneToOneField(
        "regions.Region",
        verbose_name=_("region"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="routing",
        help_text=_("With all below it. A nearer region goes before the one above, a column before every region."),
    )
    desk = models.ForeignKey("desk.Desk", verbose_name=_("desk"), on_delete=models.CASCADE, related_name="routings")

    class Meta:
        verbose_name = _("way of submissions")
        verbose_name_plural = _("ways of submissions")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(column=None, region__isnull=False) | models.Q(column__isnull=False, region=None),
                name="intake_routing_column_or_region",
                violation_error_message=_("Choose a column or a region, one of the two."),
            )
        ]

    def __str__(self):
        return f"{self.column or self.region} → {self.desk}"


def desk_for(*, column=None, region=None, contributor=None):
    """Of the column; of the nearest region; of the person; or None: those who see all desks deal it out."""
    rows = Routing.objects.select_related("desk")
    if column and (found := rows.filter(column=column).first()):
        return found.desk
    while region:
        if found := rows.filter(region=region).first():
            return found.desk
        region = region.parent
    return contributor.desk if contributor else None
