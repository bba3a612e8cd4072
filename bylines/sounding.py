"""Names whose sound nobody wrote: entered in bulk, by an older version, or before there were sounds."""

from bylines.models import Contributor
from bylines.sounds import sound_of

AT_ONCE = 500


def sound_names():
    """A duty of the worker. How many names it wrote the sound of."""
    rows = list(Contributor.objects.filter(sound="").order_by("pk").only("name", "sound")[:AT_ONCE])
    for row in rows:
        row.sound = sound_of(row.name)
    Contributor.objects.bulk_update(rows, ["sound"])
    return len(rows)
