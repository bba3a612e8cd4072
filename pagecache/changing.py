"""What an act changes, said inside its transaction: so it is known when the act is, and never when it is not."""

from django.conf import settings
from django.db import transaction

from pagecache.applying import apply_waiting
from pagecache.models import Change, Coming
from pagecache.names import name_of, number_of


def is_on():
    """Whoever would have to ask the database what an act changes asks here first."""
    return settings.PAGE_CACHE != "off"


def changed(*pairs, at=None):
    """
    Pages that show any of these pairs of kind and key are out of date. With a moment to come the clock will change
    them then: what is kept goes now, since it does not know of that moment, and what is kept later does not outlive it.
    """
    names = sorted({name_of(kind, key) for kind, key in pairs})
    if not is_on() or not names:
        return
    with transaction.atomic():
        transaction.on_commit(apply_waiting, robust=True)
        Change.objects.create(names="\n".join(names))
        if at is not None:
            Coming.objects.bulk_create([Coming(name=number_of(name), at=at) for name in names])
