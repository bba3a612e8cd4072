from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class DoubtQuerySet(models.QuerySet):
    def open(self):
        return self.filter(settled_at=None)


class Doubt(models.Model):
    """Something an editor should look at before print: text cut off, a name that could not be read."""

    article = models.ForeignKey(
        "articles.Article", verbose_name=_("article"), on_delete=models.CASCADE, related_name="doubts"
    )
    code = models.SlugField(_("code"), max_length=40)
    message = models.CharField(_("message"), max_length=300)
    settled_at = models.DateTimeField(_("settled"), null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("settled by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    objects = DoubtQuerySet.as_manager()

    class Meta:
        verbose_name = _("doubt")
        verbose_name_plural = _("doubts")
        ordering = ["id"]

    def __str__(self):
        return self.message
