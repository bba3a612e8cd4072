"""Days on the newsroom's clock."""

from datetime import datetime, time

from django.utils import timezone


def midnight(day):
    """At which it begins."""
    return timezone.make_aware(datetime.combine(day, time.min))
