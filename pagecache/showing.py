"""What a page shows, said while it is made. Whoever reads a record or a list for a page says so here."""

from contextlib import contextmanager
from contextvars import ContextVar

from pagecache.names import name_of

_shown = ContextVar("shown", default=None)


def shows(kind, *keys):
    """The page in the making shows these records or lists. Nothing happens where nobody keeps it."""
    shown = _shown.get()
    if shown is not None:
        shown.update(name_of(kind, key) for key in keys)


@contextmanager
def recording():
    """The set that fills with names while it lasts."""
    shown = set()
    token = _shown.set(shown)
    try:
        yield shown
    finally:
        _shown.reset(token)
