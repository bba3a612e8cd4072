"""What acts have changed is taken off the shelf and numbered: by whoever committed it, or by whoever comes by later."""

from datetime import timedelta

from django.db.models import Max
from django.utils import timezone

from pagecache.log import while_nothing_is_kept
from pagecache.models import Change, Coming, Log
from pagecache.shelves import shelf

AT_ONCE = 1_000  # changes under one lock
REMEMBERED = timedelta(hours=1)
MOST_REMEMBERED = 50_000
# Machines whose clocks differ by less still find a moment that has passed on one of them.
PASSED = timedelta(days=1)
# Called with names and number in the transaction that numbers the changes: jobs that must not be lost.
WITHIN = []


def apply_waiting():
    """Safe at any time and from any number of processes: the second finds nothing."""
    while Change.objects.filter(number=None).exists():
        apply_some()


def apply_some():
    with while_nothing_is_kept():
        waiting = list(Change.objects.filter(number=None).order_by("pk")[:AT_ONCE])
        if not waiting:
            return
        log = Log.objects.get_or_create(pk=1)[0]
        names = sorted({name for change in waiting for name in change.names.split("\n")})
        for change in waiting:
            log.number += 1
            change.number = log.number
        shelf().drop(names, log.number)
        for call in WITHIN:
            call(names, log.number)
        Change.objects.bulk_update(waiting, ["number"], batch_size=100)
        Log.objects.filter(pk=1).update(number=log.number)


def forget_old():
    """A process that has not asked for so long empties its memory; a page begun so long ago is not kept."""
    now = timezone.now()
    Coming.objects.filter(at__lt=now - PASSED).delete()
    old = Change.objects.filter(number__isnull=False, made_at__lt=now - REMEMBERED).aggregate(last=Max("number"))[
        "last"
    ]
    many = Log.objects.filter(pk=1).values_list("number", flat=True).first() or 0
    last = max(old or 0, many - MOST_REMEMBERED)
    with while_nothing_is_kept():
        gone = Change.objects.filter(number__lte=last)
        if gone.exists():
            Log.objects.filter(pk=1, forgotten__lt=last).update(forgotten=last)
            gone.delete()
