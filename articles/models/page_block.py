from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.placement import check_hotspot
from desk.numbers import SMALL


class PageBlock(models.Model):
    """A piece of text where a PDF has it on its page. It is read out of the PDF again, and so goes with its page."""

    page = models.ForeignKey("articles.Page", verbose_name=_("page"), on_delete=models.CASCADE, related_name="blocks")
    article = models.ForeignKey(
        "articles.Article",
        verbose_name=_("article"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="blocks",
    )
    order = models.PositiveSmallIntegerField(_("order"), validators=SMALL)
    # As a placement's hotspot: [[x, y], …] in percent of the page picture.
    polygon = models.JSONField(_("polygon"), validators=[check_hotspot])
    text = models.TextField(_("text"))

    class Meta:
        verbose_name = _("page block")
        verbose_name_plural = _("page blocks")
        ordering = ["page", "order"]
        constraints = [models.UniqueConstraint(fields=["page", "order"], name="articles_page_block_order")]

    def __str__(self):
        return self.text[:40]
