"""
Telling colleagues what waits for them. Whoever tells does so in the transaction of the act itself, so that nobody hears
of what did not happen.

A kind is a plain word; the app that tells registers what it is called. What a notice says besides its `words` is looked
up when it is read, with the reader's rights of that moment (desk.notice_list).
"""

from collections.abc import Callable
from datetime import timedelta
from typing import NamedTuple

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from desk.models import Notice

KEPT_DAYS = 60
# Called with the keys of those who were told, in the same transaction.
AFTERWARDS: list[Callable] = []


class Kind(NamedTuple):
    """`describe(user, notices)` gives the words of such notices by their keys, where they depend on the reader."""

    label: object
    describe: Callable | None = None


KINDS: dict[str, Kind] = {}


def register(kind, label, describe=None):
    """In AppConfig.ready() of the app that tells."""
    KINDS[kind] = Kind(label, describe)


def kind_of(notice):
    """One that only an older version knew is called by its word."""
    return KINDS.get(notice.kind) or Kind(notice.kind)


@transaction.atomic
def tell(users, *, kind, record, words="", by=None, url=None):
    """
    One notice each, never to `by` and never to a closed account. Who has not read the last one of that kind about the
    record gets no second: it is renewed and counts.
    """
    told = sorted({user.pk for user in users if user.is_active and user != by})
    if not told:
        return []
    said = {"words": words[:300], "by": by, "url": url or "", "at": timezone.now()}
    unread = Notice.objects.unread().about(record).filter(kind=kind, user__in=told)
    known = set(unread.values_list("user_id", flat=True))
    if known:
        unread.update(**said, times=F("times") + 1, mailed_at=None)
    place = {"kind": kind, "model": record._meta.label_lower, "key": str(record.pk)}
    new = [Notice(user_id=user, **place, **said) for user in told if user not in known]
    # Of two who tell the same at once the second finds the first one's row: one notice is enough.
    Notice.objects.bulk_create(new, ignore_conflicts=True)
    for call in AFTERWARDS:
        call(told)
    return told


def settle(*records, kinds, users=None):
    """What was told of the records, all of one model, waits no longer: it is gone; of those users or of all."""
    waiting = Notice.objects.about(*records).filter(kind__in=kinds)
    return (waiting if users is None else waiting.filter(user__in=users)).delete()[0]


def clear_old_notices():
    """The duty of a day."""
    return Notice.objects.filter(at__lt=timezone.now() - timedelta(days=KEPT_DAYS)).delete()[0]
