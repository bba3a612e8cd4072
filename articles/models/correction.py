from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.models.article import out


class CorrectionQuerySet(models.QuerySet):
    def published(self, at=None):
        now = at or timezone.now()
        return self.filter(out(now, story="article__"), published_at__lte=now)

    def to_print(self):
        """更正待刊登: the mistake was printed, and the correction was not. What stood on the web alone has none."""
        return self.filter(out(story="article__"), printed_on=None, stood_on__isnull=False)


class Correction(models.Model):
    """What was wrong and where that was printed, what is right and where that was."""

    article = models.ForeignKey(
        "articles.Article", verbose_name=_("article"), on_delete=models.PROTECT, related_name="corrections"
    )
    wrong = models.TextField(_("what was wrong"))
    right = models.TextField(_("what is right"))
    stood_on = models.ForeignKey(
        "articles.Page",
        verbose_name=_("mistake printed on"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="mistakes",
        help_text=_("Empty: the first page that the story stands on."),
    )
    printed_on = models.ForeignKey(
        "articles.Page",
        verbose_name=_("printed on"),
        null=True,
        blank=True,
        help_text=_("By rule the next issue, in the same position. May be filled in when it is printed."),
        on_delete=models.PROTECT,
        related_name="corrections",
    )
    published_at = models.DateTimeField(pgettext_lazy("time", "published"), default=timezone.now)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("entered by"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ["-published_at", "-id"]
        indexes = [models.Index(fields=["-published_at", "-id"], name="articles_correction_latest")]

    def __str__(self):
        return self.right[:40]
