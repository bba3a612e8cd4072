from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

LONGEST_PAUSE = timedelta(hours=1)
MOST_STUMBLES = 3


class Mailbox(models.Model):
    """How far a folder of a mailbox has been read. A row for each folder that was ever read, by its name."""

    name = models.CharField(_("name"), max_length=300, unique=True)  # redaktion@mail.example/INBOX
    # The numbers of its mails hold while this is the same (RFC 3501, 2.3.1.1).
    uid_validity = models.PositiveBigIntegerField(null=True, blank=True, editable=False)
    last_uid = models.PositiveBigIntegerField(default=0, editable=False)
    # Of a mailbox that no mail was read of under these numbers yet, what came in since this day.
    since = models.DateField(null=True, blank=True, editable=False)
    # The mail that the server did not hand out, and how often in a row.
    stuck_uid = models.PositiveBigIntegerField(default=0, editable=False)
    stumbles = models.PositiveIntegerField(default=0, editable=False)
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

    def is_stuck_at(self, uid):
        return self.stuck_uid == uid and self.stumbles >= MOST_STUMBLES

    def renumber(self, uid_validity, since):
        """The server has numbered its mails anew; those from that day on may be new."""
        self.uid_validity, self.last_uid, self.since = uid_validity, 0, since
        self.stuck_uid = self.stumbles = 0
        self.save(update_fields=["uid_validity", "last_uid", "since", "stuck_uid", "stumbles"])

    renumber.alters_data = True

    def read_up_to(self, uid):
        """Never backwards: another worker may be further."""
        Mailbox.objects.filter(pk=self.pk, uid_validity=self.uid_validity, last_uid__lt=uid).update(last_uid=uid)

    read_up_to.alters_data = True

    def stumble(self, uid):
        """The server did not hand it out this time."""
        self.stumbles = self.stumbles + 1 if self.stuck_uid == uid else 1
        self.stuck_uid = uid
        self.save(update_fields=["stuck_uid", "stumbles"])

    stumble.alters_data = True

    def note_look(self, trouble=""):
        self.looked_at, self.trouble = timezone.now(), trouble
        self.failures = self.failures + 1 if trouble else 0
        self.save(update_fields=["looked_at", "trouble", "failures"])

    note_look.alters_data = True
