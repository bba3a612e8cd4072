"""Which views' pages may be kept."""

from functools import partial, wraps

LARGE_PRINT = ("large",)


def kept(view=None, *, by=LARGE_PRINT):
    """
    A view whose page is the same for everybody who is not signed in, and says by `shows` all that it is made of. It
    reads nothing of a request but its address: cookies, and what a browser has already, are taken out of it.

    by: what it reads of the address's query. All else is taken out, so that it makes no other page.
    """
    if view is None:
        return partial(kept, by=by)

    @wraps(view)
    def keeping(*args, **kwargs):
        return view(*args, **kwargs)

    keeping.kept_by = frozenset(by)  # type: ignore[attr-defined]
    return keeping


def queries_of(view):
    """What its page is kept by; None of a view whose pages are not kept."""
    return getattr(view, "kept_by", None)
