from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Waiver(models.Model):
    """Somebody looked at what a check found and lets it stand, for a reason. It ends when the words around change."""

    article = models.ForeignKey(
        "articles.Article", verbose_name=_("article"), null=True, on_delete=models.CASCADE, related_name="waivers"
    )
    issue = models.ForeignKey(
        "articles.Issue", verbose_name=_("issue"), null=True, on_delete=models.CASCADE, related_name="waivers"
    )
    page = models.ForeignKey(
        "articles.Page", verbose_name=_("page"), null=True, on_delete=models.CASCADE, related_name="waivers"
    )
    code = models.CharField(_("check"), max_length=40)
    digest = models.CharField(max_length=32, editable=False)
    words = models.CharField(_("words"), max_length=100, blank=True, editable=False)
    reason = models.CharField(_("reason"), max_length=200)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name=_("by"), on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("at"), auto_now_add=True)

    class Meta:
        verbose_name = _("waiver")
        verbose_name_plural = _("waivers")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(article__isnull=False, issue=None, page=None)
                | models.Q(article=None, issue__isnull=False, page=None)
                | models.Q(article=None, issue=None, page__isnull=False),
                name="articles_waiver_of_one_record",
            ),
            models.CheckConstraint(condition=~models.Q(reason=""), name="articles_waiver_has_reason"),
            *[
                models.UniqueConstraint(
                    fields=[record, "digest"],
                    condition=models.Q(**{f"{record}__isnull": False}),
                    name=f"articles_waiver_once_{record}",
                )
                for record in ("article", "issue", "page")
            ],
        ]

    def __str__(self):
        return f"{self.code} {self.words}".strip()

    @property
    def record(self):
        return self.article or self.issue or self.page
