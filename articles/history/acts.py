"""Why a version was made, and what happened to one. Stored in English; no upgrade or translation may change them."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Why(models.TextChoices):
    """What makes a version: the story reads differently afterwards."""

    FOUND = "found", _("as found")
    ENTERED = "entered", pgettext_lazy("history", "entered")
    TAKEN_IN = "taken_in", pgettext_lazy("history", "taken in")
    EDITED = "edited", pgettext_lazy("history", "edited")
    CREDITED = "credited", pgettext_lazy("history", "credited")
    FILED = "filed", pgettext_lazy("history", "filed under a column")
    MOVED = "moved", pgettext_lazy("history", "moved on the pages")
    PICTURED = "pictured", pgettext_lazy("history", "a photo's words changed")
    CORRECTED = "corrected", pgettext_lazy("history", "corrected")
    MERGED = "merged", pgettext_lazy("history", "two saves merged")
    RESTORED = "restored", pgettext_lazy("history", "restored")


class Step(models.TextChoices):
    """What happens to a version on its way: the story reads as before."""

    SUBMITTED = "submitted", pgettext_lazy("history", "submitted")
    REVIEWED = "reviewed", pgettext_lazy("history", "reviewed")
    SENT_BACK = "sent_back", pgettext_lazy("history", "sent back")
    SIGNED = "signed", pgettext_lazy("history", "signed off")
    PUBLISHED = "published", pgettext_lazy("history", "published or scheduled")
    UNSCHEDULED = "unscheduled", pgettext_lazy("history", "unscheduled")
    WITHDRAWN = "withdrawn", pgettext_lazy("history", "withdrawn")
    BROUGHT_BACK = "brought_back", pgettext_lazy("history", "withdrawal undone")


BEGINNINGS = (Why.FOUND, Why.ENTERED, Why.TAKEN_IN)
# Versions of these may be thinned out in time; any other was somebody's deliberate act.
PASSING = (Why.EDITED, Why.CREDITED, Why.FILED, Why.MOVED, Why.PICTURED)
