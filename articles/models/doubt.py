from django.conf import settings
from django.db import models
from django.utils import timezone
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
    # What it is about, in parts: the name and role of a credit, the name of a column (articles.naming).
    about = models.JSONField(default=dict, blank=True, editable=False)
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

    @property
    def is_settled(self):
        return self.settled_at is not None

    def settle(self, *, by):
        """Looked at and put right, or found to be right."""
        self.settled_at, self.settled_by = timezone.now(), by
        self.save(update_fields=["settled_at", "settled_by"])

    settle.alters_data = True

    def reopen(self):
        self.settled_at = self.settled_by = None
        self.save(update_fields=["settled_at", "settled_by"])

    reopen.alters_data = True
