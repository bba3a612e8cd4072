"""Which views may read a replica: those whose pages are kept, and whatever is marked here."""

from functools import wraps

from pagecache.keeping import queries_of


def from_a_replica(view):
    """A view of readers that writes nothing, and closes nothing at once by what it reads (files and previews do)."""

    @wraps(view)
    def reading(*args, **kwargs):
        return view(*args, **kwargs)

    reading.reads_a_replica = True  # type: ignore[attr-defined]
    return reading


def may_read_a_replica(view):
    return queries_of(view) is not None or getattr(view, "reads_a_replica", False)
