"""SQL written by hand for readers' pages asks where Django would: the primary, or a replica chosen for the request."""

from django.db import connections, router


def reading():
    """A connection to read through. Whoever writes, locks, or must know the very last takes Django's own."""
    return connections[router.db_for_read(None)]  # type: ignore[arg-type] # of no table in particular
