from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class AuditEntry(models.Model):
    """Who did what to which record, and when. Rows are only ever added."""

    at = models.DateTimeField(_("at"), auto_now_add=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    verb = models.CharField(_("act"), max_length=30)
    kind = models.CharField(_("kind of record"), max_length=30)
    key = models.CharField(_("record"), max_length=50)
    words = models.CharField(_("in words"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("audit entry")
        verbose_name_plural = _("audit log")
        ordering = ["-id"]
        indexes = [models.Index(fields=["kind", "key"], name="desk_audit_record")]

    def __str__(self):
        return f"{self.verb} {self.kind} {self.key}"

    @classmethod
    def note(cls, *, verb, record, by=None, words=""):
        return cls.objects.create(verb=verb, kind=record._meta.model_name, key=str(record.pk), by=by, words=words[:300])

    note.__func__.alters_data = True

    @classmethod
    def note_all(cls, *, verb, records, by=None, words=""):
        """The same of many, in one query."""
        said = {"verb": verb, "by": by, "words": words[:300]}
        cls.objects.bulk_create([cls(kind=record._meta.model_name, key=str(record.pk), **said) for record in records])

    note_all.__func__.alters_data = True
