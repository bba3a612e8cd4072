"""What the worker does about kept pages."""

import secrets

from django.conf import settings

from pagecache.applying import apply_waiting, forget_old
from pagecache.models import Log
from pagecache.shelves import shelf


def apply_what_was_left():
    """A process may die between the commit of an act and the application of what it changed."""
    if settings.PAGE_CACHE != "off":
        apply_waiting()


def start_anew():
    """Nothing that was kept is found any more, on any shelf or in any process."""
    Log.objects.update_or_create(pk=1, defaults={"age": secrets.token_hex(8)})


def sweep():
    """Where nothing is kept any more, nothing notes changes: what lies there must not be found when it is again."""
    if settings.PAGE_CACHE == "off":
        start_anew()
    else:
        forget_old()
        shelf().sweep()
