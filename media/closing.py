"""
Readers may not see a photo yet, or no longer. What we serve ourselves obeys the clock by itself; web servers, CDNs and
whoever else serves files without asking us lose them because their address changes.
"""

import logging
from collections.abc import Callable

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from desk.models import AuditEntry
from media.models import Photo

logger = logging.getLogger(__name__)

AT_ONCE = 500
# What else shows the photo and has to go, entered in AppConfig.ready(). Called with the photo and by=; each gives
# sentences for whoever has closed it.
ON_CLOSING: list[Callable] = []
# What stands above a photo is held before the photo, whoever changes it: called with the keys of photos.
HOLD_FIRST: list[Callable] = []


@transaction.atomic
def close(photo, known="", by=None):
    """The known addresses of its files die; the photo keeps in mind for which expiry that was done.

    known: the key that readers may have, where the photo may have got another one meanwhile. Gives sentences: what
    went with it.
    """
    if known in ("", photo.key):
        photo.change_address()
    if photo.why_closed() == "expired":
        photo.readdressed_for = photo.expires_at
        photo.save(update_fields=["readdressed_for"])
    return [sentence for call in ON_CLOSING for sentence in call(photo, by=by)]


def hold_first(photos):
    """Within the transaction that holds one of these photos next."""
    for call in HOLD_FIRST:
        call(photos)


def close_expired():
    """A duty of the worker. Each photo by itself: one whose files resist holds up no other."""
    for pk in list(lately_expired().values_list("pk", flat=True)[:AT_ONCE]):
        try:
            close_if_due(pk)
        except OSError:
            logger.exception("The files of photo %s could not be moved after its expiry.", pk)


@transaction.atomic
def close_if_due(pk):
    """Looked at again under its lock: another worker may have done it, or an editor put the expiry later."""
    hold_first([pk])
    photo = lately_expired().select_for_update(no_key=True).filter(pk=pk).first()
    if photo:
        close(photo)
        AuditEntry.note(verb="expire", record=photo)


def lately_expired():
    return Photo.objects.filter(expires_at__lte=timezone.now()).exclude(readdressed_for=F("expires_at"))
