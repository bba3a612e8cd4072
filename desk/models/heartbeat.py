from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

LATE_AFTER = timedelta(seconds=60)


class Heartbeat(models.Model):
    """When a process of that name last said that it runs; the web side reads it to warn of a dead worker."""

    name = models.CharField(_("name"), max_length=50, unique=True)
    beaten_at = models.DateTimeField(_("last heard of"))

    class Meta:
        verbose_name = _("heartbeat")
        verbose_name_plural = _("heartbeats")

    def __str__(self):
        return self.name

    @classmethod
    def beat(cls, name, at=None):
        cls.objects.update_or_create(name=name, defaults={"beaten_at": at or timezone.now()})

    beat.__func__.alters_data = True

    @classmethod
    def clear_old(cls):
        """Those of workers that were killed."""
        return cls.objects.filter(beaten_at__lt=timezone.now() - timedelta(days=1)).delete()[0]

    clear_old.__func__.alters_data = True

    @classmethod
    def last_of(cls, name):
        """None where it was never heard of, or took its leave."""
        return cls.objects.filter(name=name).values_list("beaten_at", flat=True).first()

    @classmethod
    def is_alive(cls, name, at=None):
        return cls.objects.filter(name=name, beaten_at__gte=(at or timezone.now()) - LATE_AFTER).exists()
