"""Where a long list goes on: the last story shown, as a short opaque text in the address."""

import struct
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import UTC, datetime, timedelta

from django.http import Http404

# Counted from the first year, so that an archive older than 1970 pages as well.
FIRST = datetime.min.replace(tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
PAIR = struct.Struct(">qq")


class CursorError(ValueError):
    pass


def cursor_after(moment, pk):
    """Names the place right after that row of a list ordered by (moment, pk), newest first."""
    return urlsafe_b64encode(PAIR.pack((moment - FIRST) // MICROSECOND, pk)).rstrip(b"=").decode()


def read_cursor(text):
    """The (moment, pk) that the text names; raises CursorError for anything we did not write ourselves."""
    try:
        microseconds, pk = PAIR.unpack(urlsafe_b64decode(text.encode("ascii") + b"=="))
        moment = FIRST + microseconds * MICROSECOND
    except (ValueError, struct.error, OverflowError) as error:
        raise CursorError(text) from error
    if cursor_after(moment, pk) != text:
        raise CursorError(text)
    return moment, pk


def place_asked_for(request, name="before"):
    """Where the list goes on, by ?before=…; None for its beginning, 404 for a place that we never named."""
    text = request.GET.get(name)
    try:
        return read_cursor(text) if text else None
    except CursorError as error:
        raise Http404 from error
