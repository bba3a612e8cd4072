"""What a page shows, said while it is made. Whoever reads a record or a list for a page says so here."""

from contextlib import contextmanager
from contextvars import ContextVar

from pagecache.names import name_of

_shown: ContextVar = ContextVar("shown", default=None)


class Names(set):
    """What a page shows. until: the moment at which the page knows itself that the clock will change it."""

    until = None


def shows(kind, *keys):
    """The page in the making shows these records or lists. Nothing happens where nobody keeps it."""
    shown = _shown.get()
    if shown is not None:
        shown.update(name_of(kind, key) for key in keys)


def until(moment):
    """Of a page that names a day as today, or all that is younger than two days: it is another one then."""
    shown = _shown.get()
    if shown is not None:
        shown.until = min(filter(None, [shown.until, moment]))


def is_recorded():
    return _shown.get() is not None


@contextmanager
def recording():
    """The set that fills with names while it lasts."""
    shown = Names()
    token = _shown.set(shown)
    try:
        yield shown
    finally:
        _shown.reset(token)
