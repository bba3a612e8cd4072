from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ConsentQuerySet(models.QuerySet):
    def in_force(self, at=None):
        """The newest that has begun; None where the paper takes nothing in by its form."""
        begun = self.filter(since__lte=at or timezone.now()).order_by("-since", "-pk").first()
        return begun if begun and begun.text.strip() else None


class ConsentText(models.Model):
    """
    What the paper tells correspondents about their personal data, and they agree to (个人信息保护法, arts. 14, 17).
    A version is never changed: a newer one takes its place, and each submission remembers which one was agreed to.
    """

    text = models.TextField(
        _("consent text"),
        blank=True,
        help_text=_("A blank line begins a paragraph. Empty: from then on nothing is taken in by the form."),
    )
    since = models.DateTimeField(_("in force since"), default=timezone.now, db_index=True)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = _("consent text")
        verbose_name_plural = _("consent texts")
        ordering = ["-since", "-id"]

    def __str__(self):
        return timezone.localtime(self.since).strftime("%Y-%m-%d %H:%M")
