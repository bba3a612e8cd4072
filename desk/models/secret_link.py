from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

LONGEST_TOKEN = 200


def days_from(days, at=None):
    """The hour so many days after `at`, or after now."""
    return (at or timezone.now()) + timedelta(days=days)


class SecretLinkQuerySet(models.QuerySet):
    def live(self, at=None):
        """Not over and not revoked. The clock decides."""
        return self.filter(expires_at__gt=at or timezone.now(), revoked_at=None)


class SecretLink(models.Model):
    """An address with a token in it: whoever has it needs no account, until a day or until it is revoked."""

    made_at = models.DateTimeField(_("made"), default=timezone.now)
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    times_opened = models.PositiveIntegerField(_("times opened"), default=0)
    last_opened_at = models.DateTimeField(_("last opened"), null=True, blank=True)

    class Meta:
        abstract = True

    def note_opening(self):
        """Counted in the database: two at once are two. It is no change of what the link shows."""
        row = type(self).objects.filter(pk=self.pk)
        row.update(times_opened=F("times_opened") + 1, last_opened_at=timezone.now())

    note_opening.alters_data = True
