from django.db import models
from django.utils.translation import gettext_lazy as _

from bylines.models.contributor import Contributor
from bylines.models.role import Role
from desk.numbers import SMALL


class Byline(models.Model):
    """One name in the credit line of a story or a picture, spelled as on the day it was printed."""

    contributor = models.ForeignKey(
        Contributor, verbose_name=_("contributor"), on_delete=models.PROTECT, related_name="bylines"
    )
    role = models.CharField(_("role"), max_length=30, choices=Role)
    standing = models.CharField(
        _("standing"),
        max_length=30,
        choices=Role,
        blank=True,
        help_text=_("As who a photographer is named: 通讯员 in 通讯员马敏 摄."),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0, validators=SMALL)
    name = models.CharField(_("name as printed"), max_length=80, blank=True, help_text=_("Empty: as in the register."))
    unit = models.CharField(_("unit as printed"), max_length=100, blank=True)
    # The one tie to floors above: a credit belongs to a story or a picture, and both hang from it by name only.
    article = models.ForeignKey(
        "articles.Article",
        verbose_name=_("article"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="bylines",
    )
    photo = models.ForeignKey(
        "media.Photo", verbose_name=_("photo"), null=True, blank=True, on_delete=models.CASCADE, related_name="bylines"
    )

    class Meta:
        verbose_name = _("byline")
        verbose_name_plural = _("bylines")
        ordering = ["order", "id"]
        indexes = [
            # The newest pictures of somebody, however many there are.
            models.Index(
                fields=["contributor", "-photo"],
                condition=models.Q(photo__isnull=False),
                name="bylines_byline_photos_of",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(article=None, photo__isnull=False) | models.Q(article__isnull=False, photo=None),
                name="bylines_byline_article_or_photo",
            ),
            models.UniqueConstraint(
                fields=["article", "contributor", "role"],
                condition=models.Q(article__isnull=False),
                name="bylines_byline_once_an_article",
                violation_error_message=_("This contributor is credited here in this role already."),
            ),
            models.UniqueConstraint(
                fields=["photo", "contributor", "role"],
                condition=models.Q(photo__isnull=False),
                name="bylines_byline_once_a_photo",
                violation_error_message=_("This contributor is credited here in this role already."),
            ),
        ]

    def __str__(self):
        return f"{self.get_role_display()} {self.name}"

    def save(self, *args, **kwargs):
        """Copies the register's name, so that a renaming there leaves this line as it was."""
        self.name = self.name or self.contributor.name
        super().save(*args, **kwargs)
