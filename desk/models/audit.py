from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from desk.models.written_once import WrittenOnce, WrittenOnceQuerySet


class AuditQuerySet(WrittenOnceQuerySet):
    def let_go_of_logins(self, *, before):
        """The one way out: the triggers let nothing else go, nor a login of the last six months."""
        old = self.filter(verb__in=AuditEntry.LOGINS, at__lt=before)
        return old._raw_delete(self.db)


class AuditEntry(WrittenOnce):
    """Who did what to which record, and when. Rows are only ever added: triggers hold it in the database too."""

    LONGEST_WORDS = 300
    # Of these the older ones may be thinned out; all other entries stay for good.
    LOGINS = ("login", "logout", "login_failed")

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
    words = models.CharField(_("in words"), max_length=LONGEST_WORDS, blank=True)

    objects = AuditQuerySet.as_manager()

    class Meta:
        verbose_name = _("audit entry")
        verbose_name_plural = _("audit log")
        ordering = ["-id"]
        # A search for one act, person or record finds its rows, and reads no others however long the log is.
        indexes = [
            models.Index(fields=["kind", "key"], name="desk_audit_record"),
            models.Index(fields=["kind", "-id"], name="desk_audit_kind"),
            models.Index(fields=["key"], name="desk_audit_key"),
            models.Index(fields=["verb", "-id"], name="desk_audit_verb"),
            models.Index(fields=["by", "-id"], name="desk_audit_by"),
            models.Index(fields=["at"], name="desk_audit_at"),
        ]

    def __str__(self):
        return f"{self.verb} {self.kind} {self.key}"

    @classmethod
    def note(cls, *, verb, record, by=None, words=""):
        entry = cls._about(record, verb=verb, by=by, words=words)
        entry.save()
        return entry

    note.__func__.alters_data = True

    @classmethod
    def note_all(cls, *, verb, records, by=None, words=""):
        """The same of many, in one query."""
        cls.objects.bulk_create([cls._about(record, verb=verb, by=by, words=words) for record in records])

    note_all.__func__.alters_data = True

    @classmethod
    def _about(cls, record, *, verb, by, words):
        key = "" if record.pk is None else str(record.pk)
        return cls(verb=verb, kind=record._meta.model_name, key=key, by=by, words=words[: cls.LONGEST_WORDS])
