from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone

MOST_TRIES = 4


class UnfinishedQuerySet(models.QuerySet):
    def ask_for(self, photo):
        """In one statement, whether the photo waits already or not: its picture is another one now."""
        row = self.model(photo=photo, asked_at=timezone.now())
        self.bulk_create([row], update_conflicts=True, unique_fields=["photo"], update_fields=["tries", "asked_at"])

    def forgotten(self, at=None):
        """
        Those whose job was lost, or broke off: to be tried after ten minutes, an hour, six hours and a day and a
        half, then never again. Those whom nobody has asked for yet come last.
        """
        at = at or timezone.now()
        waits = [timedelta(minutes=10) * 6**tries for tries in range(MOST_TRIES)]
        late = [Q(tries=tries, asked_at__lt=at - wait) for tries, wait in enumerate(waits)]
        rows = self.filter(Q.create([*late, Q(tries=0, asked_at=None)], connector=Q.OR))
        return rows.order_by(models.F("asked_at").asc(nulls_last=True), "photo_id")


class Unfinished(models.Model):
    """
    A photo that lacks what the worker makes. The row goes when it is made. A table of its own, since the few that wait
    must be found without a look at all photos.
    """

    photo = models.OneToOneField("media.Photo", on_delete=models.CASCADE, primary_key=True, related_name="unfinished")
    # Counted before the work begins: a picture that kills its worker is counted too.
    tries = models.PositiveSmallIntegerField(default=0)
    asked_at = models.DateTimeField(null=True, db_index=True)

    objects = UnfinishedQuerySet.as_manager()

    class Meta:
        default_permissions = ()

    def __str__(self):
        return f"{self.photo_id} ({self.tries})"

    def begin(self):
        """False where another worker was quicker."""
        rows = type(self).objects.filter(pk=self.pk, tries=self.tries)
        return bool(rows.update(tries=self.tries + 1, asked_at=timezone.now()))

    begin.alters_data = True
