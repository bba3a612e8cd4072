from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.article import out


class PrintNoticeQuerySet(models.QuerySet):
    def to_tell(self):
        """What no mail could say: somebody of the desk calls or writes. A story that was withdrawn is no news."""
        return self.filter(out(story="article__"), untold_since__isnull=False, settled_at=None)

    def tick_off(self, *, by):
        """Told by telephone or otherwise. How many that were."""
        waiting = self.filter(untold_since__isnull=False, settled_at=None)
        return waiting.update(settled_at=timezone.now(), settled_by=by)

    tick_off.alters_data = True


class PrintNotice(models.Model):
    """
    见报通知: that a story is printed, to one person. There is one for a story and person, whatever happens to the
    story afterwards; the worker makes it after the hour, and sends it.
    """

    article = models.ForeignKey(
        "articles.Article", verbose_name=_("article"), on_delete=models.CASCADE, related_name="print_notices"
    )
    contributor = models.ForeignKey(
        "bylines.Contributor",
        verbose_name=_("contributor"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="print_notices",
    )
    contribution = models.ForeignKey(
        "intake.Contribution", null=True, blank=True, on_delete=models.CASCADE, related_name="print_notices"
    )
    made_at = models.DateTimeField(_("made"), default=timezone.now)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    untold_since = models.DateTimeField(_("to be told since"), null=True, blank=True)
    settled_at = models.DateTimeField(_("done with"), null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("done with by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    reason = models.CharField(_("why no mail went"), max_length=200, blank=True)

    objects = PrintNoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("notice of print")
        verbose_name_plural = _("notices of print")
        ordering = ["-id"]
        default_permissions = ("view", "change")
        constraints = [
            models.UniqueConstraint(
                fields=["article", "contributor"],
                condition=Q(contributor__isnull=False),
                name="intake_notice_once_a_person",
            ),
            models.UniqueConstraint(
                fields=["article", "contribution"],
                condition=Q(contributor=None),
                name="intake_notice_once_a_submission",
            ),
            models.CheckConstraint(
                condition=Q(contributor__isnull=False) | Q(contribution__isnull=False), name="intake_notice_to_somebody"
            ),
        ]
        indexes = [
            models.Index(
                fields=["-untold_since"], condition=Q(settled_at=None, untold_since__isnull=False), name="intake_untold"
            )
        ]

    def __str__(self):
        return f"{self.person} {self.article_id}"

    @property
    def person(self):
        return self.contributor or self.contribution


class OptOut(models.Model):
    """Somebody of the register wants no letters about print any more."""

    contributor = models.OneToOneField("bylines.Contributor", on_delete=models.CASCADE, related_name="opt_out")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("no notices of print")
        verbose_name_plural = _("no notices of print")
        default_permissions = ()

    def __str__(self):
        return str(self.contributor_id)
