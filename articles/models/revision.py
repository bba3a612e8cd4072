from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.history.acts import Step, Why
from articles.history.snapshot import Snapshot


class Revision(models.Model):
    """
    One version of a story with its bylines, regions and pictures: who made it, when, and why. Rows are only ever added,
    by Article.keep_version(), and thinned out in time by articles.history.thinning.
    """

    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="revisions")
    version = models.PositiveIntegerField(_("version"))
    at = models.DateTimeField(_("at"), default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    why = models.CharField(_("why"), max_length=20, choices=Why)
    words = models.CharField(_("in words"), max_length=300, blank=True)
    packed = models.BinaryField()
    digest = models.CharField(max_length=32)
    # What differs from the version before, and how many characters came and went: counted when it was made.
    parts = models.JSONField(default=list)
    added = models.PositiveIntegerField(default=0)
    removed = models.PositiveIntegerField(default=0)
    # When it was decided that this version stays for good. Only articles.history.thinning asks.
    weighed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("version")
        verbose_name_plural = _("versions")
        ordering = ["-version"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["article", "version"], name="articles_revision_version"),
            models.CheckConstraint(condition=models.Q(why__in=Why.values), name="articles_revision_why_known"),
        ]
        indexes = [
            models.Index(fields=["at"], name="articles_revision_unweighed", condition=models.Q(weighed_at=None)),
        ]

    def __str__(self):
        return _("version %(number)s") % {"number": self.version}

    @property
    def snapshot(self):
        return Snapshot.unpack(self.packed)


class Milestone(models.Model):
    """Something that happened to a version on its way to the reader. The version can no longer be thinned out."""

    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="milestones")
    # It goes with its story only: whoever deletes just the version is refused.
    revision = models.ForeignKey(Revision, on_delete=models.RESTRICT, related_name="milestones")
    step = models.CharField(_("step"), max_length=20, choices=Step)
    at = models.DateTimeField(_("at"), default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    words = models.CharField(_("in words"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("milestone")
        verbose_name_plural = _("milestones")
        ordering = ["id"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(condition=models.Q(step__in=Step.values), name="articles_milestone_step_known"),
        ]

    def __str__(self):
        return self.get_step_display()
