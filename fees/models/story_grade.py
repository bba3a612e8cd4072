from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fees.models.decision import Decision


class StoryGrade(Decision):
    """好稿: the grade that somebody gave a story."""

    article = models.ForeignKey(
        "articles.Article", verbose_name=_("article"), on_delete=models.PROTECT, related_name="fee_grades"
    )
    grade = models.ForeignKey("fees.Grade", verbose_name=_("grade"), on_delete=models.PROTECT, related_name="+")
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("given by"), on_delete=models.PROTECT, related_name="+"
    )
    given_at = models.DateTimeField(_("given"), default=timezone.now)
    words = models.CharField(_("why"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("grade of a story")
        verbose_name_plural = _("grades of stories")
        default_permissions = ("add", "view")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["article"], condition=Q(taken_back_at=None), name="fees_storygrade_one_standing"
            ),
        ]

    def __str__(self):
        return f"{self.article} · {self.grade}"
