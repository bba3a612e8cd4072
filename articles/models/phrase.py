from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Level(models.TextChoices):
    """How much what a check finds weighs, the heaviest first."""

    ERROR = "error", pgettext_lazy("check", "error")
    WARNING = "warning", pgettext_lazy("check", "warning")
    NOTICE = "notice", pgettext_lazy("check", "notice")

    @property
    def weight(self):
        return list(Level).index(self)


class Phrase(models.Model):
    """Words that the paper does not print, prints otherwise, or prints with care."""

    class Kind(models.TextChoices):
        BANNED = "banned", pgettext_lazy("phrase", "banned")
        FIXED = "fixed", pgettext_lazy("phrase", "written otherwise")
        CAREFUL = "careful", pgettext_lazy("phrase", "with care")

    text = models.CharField(_("phrase"), max_length=50, unique=True)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.FIXED)
    suggestion = models.CharField(_("write instead"), max_length=50, blank=True)
    note = models.CharField(
        _("note"), max_length=200, blank=True, help_text=_("Why, for whoever wrote it. Shown beside the story.")
    )
    level = models.CharField(_("level"), max_length=10, choices=Level, default=Level.WARNING)
    updated_at = models.DateTimeField(_("changed"), auto_now=True)

    class Meta:
        verbose_name = _("phrase")
        verbose_name_plural = _("phrases")
        ordering = ["kind", "text"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(text=""), name="articles_phrase_has_text", violation_error_message=_("Say what.")
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=["banned", "fixed", "careful"]), name="articles_phrase_kind_known"
            ),
            models.CheckConstraint(
                condition=~models.Q(kind="fixed") | ~models.Q(suggestion=""),
                name="articles_phrase_fixed_says_how",
                violation_error_message=_("Say how it is written."),
            ),
        ]

    def __str__(self):
        return f"{self.text} → {self.suggestion}" if self.suggestion else self.text
