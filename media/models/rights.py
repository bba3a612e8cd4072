from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Rights(models.TextChoices):
    OWN = "own", pgettext_lazy("rights", "the paper's own")
    AGENCY = "agency", pgettext_lazy("rights", "of an agency")
    REPRINT = "reprint", pgettext_lazy("rights", "reprint")
    ONE_USE = "one_use", pgettext_lazy("rights", "one use only")


FROM_ELSEWHERE = {Rights.AGENCY, Rights.REPRINT}


def open_to_readers(at=None, *, photo=""):
    """The rule of the clock, said here only. From another table `photo` leads to the photo: "photo__"."""
    at = at or timezone.now()
    waits, ended = f"{photo}embargo_until__gt", f"{photo}expires_at__lte"
    return ~models.Q(**{waits: at}) & ~models.Q(**{ended: at})


def not_expired(at=None, *, photo=""):
    """What the paper may still show to anybody at all: also under an embargo."""
    return ~models.Q(**{f"{photo}expires_at__lte": at or timezone.now()})


def changes_by_itself(at=None, *, photo=""):
    """What the clock will open or close."""
    at = at or timezone.now()
    return models.Q(**{f"{photo}embargo_until__gt": at}) | models.Q(**{f"{photo}expires_at__gt": at})


class Licensed(models.Model):
    """What the paper may do with a photo, and from when to when. The clock decides; no job flips a flag."""

    rights = models.CharField(_("rights"), max_length=20, choices=Rights, default=Rights.OWN)
    embargo_until = models.DateTimeField(
        _("embargo until"), null=True, blank=True, help_text=_("Readers do not see it before.")
    )
    expires_at = models.DateTimeField(
        _("expires"), null=True, blank=True, help_text=_("Readers do not see it from then on.")
    )
    # The expiry that its address was changed for: once for each, and again when the expiry was put later and comes.
    readdressed_for = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    def why_closed(self, at=None):
        """The same rule for a photo at hand: "embargo", "expired", or nothing when readers see it."""
        at = at or timezone.now()
        if self.expires_at and self.expires_at <= at:
            return "expired"
        return "embargo" if self.embargo_until and self.embargo_until > at else ""

    @property
    def lacks_source(self):
        """Whoever gave a picture from elsewhere is named before it is printed."""
        return self.rights in FROM_ELSEWHERE and not self.source

    @property
    def is_for_one_use(self):
        return self.rights == Rights.ONE_USE
