from django.db import models
from django.utils.translation import gettext_lazy as _

from desk.numbers import SMALL


class ArticleRegion(models.Model):
    """Where a story plays; the first one is its place."""

    # No index of its own: the constraint's begins with it.
    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="places", db_index=False)
    region = models.ForeignKey(
        "regions.Region", verbose_name=_("region"), on_delete=models.PROTECT, related_name="places"
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0, validators=SMALL)

    class Meta:
        verbose_name = _("region of the story")
        verbose_name_plural = _("regions of the story")
        ordering = ["order", "id"]
        constraints = [models.UniqueConstraint(fields=["article", "region"], name="articles_region_once")]

    def __str__(self):
        return str(self.region)
