"""
The number under which an entry stands in the index. It is made of the minute of its publication and its key, so that it
rises with publication though an old archive is loaded last, and two sessions that write at once seldom want the same.

There is room for so many in a minute; a full one runs over into the next, which no reader notices: a day has room for
a million and a half. More room would make every entry of the index longer, since it keeps differences of places.
"""

from datetime import UTC, datetime, timedelta

from django.utils import timezone

FIRST = datetime(1800, 1, 1, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
ROOM = 1024
LAST = 2**62


def place_for(published_at, key):
    return floor(published_at) + key % ROOM


def begun_at(published_at, key):
    """Where a free place is looked for from: by the time, and by the key alone for what has none."""
    return place_for(published_at, key) if published_at else key


def floor(moment):
    """The first place of that minute."""
    return max(0, (moment - FIRST) // MINUTE) * ROOM


def moment_of(place):
    return FIRST + place // ROOM * MINUTE


def tokens_of_date(moment):
    """Exact tokens of the index."""
    day = timezone.localdate(moment)
    return f"year:{day.year}", f"month:{day.year}-{day.month:02}"
