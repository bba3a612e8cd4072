"""Phones and mail addresses are kept for as long as the paper has said (proposed_consent), and not a day longer."""

from datetime import timedelta

from django.utils import timezone

from intake.models import Contribution

KEPT = timedelta(days=3 * 365)
NOTHING = dict.fromkeys(("phone", "phone_digest", "email", "email_digest"), "")


def forget_old_contacts():
    """A duty of the clock. What was printed, and whose it was, stays."""
    old = Contribution.objects.filter(handed_in_at__lt=timezone.now() - KEPT)
    return old.exclude(phone="", email="").update(**NOTHING)
