"""Which views' pages may be kept."""

from functools import wraps


def kept(view):
    """
    A view whose page is the same for everybody who is not signed in, and says by `shows` all that it is made of. It
    reads nothing of a request but its address: cookies, and what a browser has already, are taken out of it.
    """

    @wraps(view)
    def keeping(*args, **kwargs):
        return view(*args, **kwargs)

    keeping.is_kept = True  # type: ignore[attr-defined]
    return keeping


def is_kept(view):
    return getattr(view, "is_kept", False)
