from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

LONGEST_PAUSE = timedelta(hours=1)


class Mailbox(models.Model):
    """How far a folder of a mailbox has been read. A row for each folder that was ever read, by its name."""

    name = models.CharField(_("name"), max_length=300, unique=True)  # redaktion@mail.example/INBOX
    # The numbers of its mails hold while this is the same (RFC 3501, 2.3.1.1).
    uid_validity = models.PositiveBigIntegerField(null=True, blank=True, editable=False)
    last_uid = models.PositiveBigIntegerField(default=0, editable=False)
    looked_at = models.DateTimeField(_("last looked into"), null=True, blank=True, editable=False)
    trouble = models.TextField(_("trouble"), blank=True, editable=False)
    failures = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = _("mailbox")
        verbose_name_plural = _("mailboxes")

    def __str__(self):
        return self.name

    @property
    def is_due(self):
        """After failures at growing distances: servers shut out whoever comes too often with a wrong password."""
        if not self.failures or not self.looked_at:
            return True
        pause = min(timedelta(minutes=2 ** min(self.failures, 10)), LONGEST_PAUSE)
        return timezone.now() >= self.looked_at + pause

    def renumber(self, uid_validity):
        """The server has numbered its mails anew."""
        self.uid_validity, self.last_uid = uid_validity, 0
        self.save(update_fields=["uid_validity", "last_uid"])

    renumber.alters_data = True

    def read_up_to(self, uid):
        """Never backwards: another worker may be further."""
        Mailbox.objects.filter(pk=self.pk, uid_validity=self.uid_validity, last_uid__lt=uid).update(last_uid=uid)

    read_up_to.alters_data = True

    def note_look(self, trouble=""):
        self.looked_at, self.trouble = timezone.now(), trouble
        self.failures = self.failures + 1 if trouble else 0
        self.save(update_fields=["looked_at", "trouble", "failures"])

    note_look.alters_data = True
