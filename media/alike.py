"""The photos that are the same picture or look like it, as a colleague is told of them."""

from dataclasses import dataclass, field
from datetime import timedelta

from django.db import transaction

from desk.batches import in_batches
from media.comparing import SAME, near
from media.models import KeptBoth, Photo

# Pictures of one meeting are alike by nature. They come from one colleague within this time.
SERIES = timedelta(hours=1)
AT_ONCE = 100  # photos of one question
MOST_OTHERS = 100  # of one photo


@dataclass(frozen=True)
class Alike:
    photo: Photo
    is_same: bool


@dataclass
class Found:
    """Of one photo, the nearest first. `series`: those that came with it."""

    elsewhere: list[Alike] = field(default_factory=list)
    series: list[Photo] = field(default_factory=list)


def alike(photos, others, since=None):
    """
    {key of a photo: Found} where there is anything. others: the photos that may be shown. since: when the upload began,
    where that is known; whatever came earlier is of no series then.
    """
    found = {}
    for some in in_batches(photos, AT_ONCE):
        found |= found_of(some, others, since)
    return found


def found_of(photos, others, since):
    """A fixed number of queries, however many photos there are."""
    bits = {key: nearest(pairs) for key, pairs in near(photos).items() if pairs}
    rows = others.in_bulk({other for pairs in bits.values() for other in pairs}) if bits else {}
    known = [photo for photo in photos if bits.get(photo.pk, {}).keys() & rows]
    return {photo.pk: sorted_out(photo, bits[photo.pk], rows, since) for photo in known}


def nearest(pairs):
    """Those of the same bytes first, then the more alike, then the earlier."""
    return dict(sorted(pairs.items(), key=lambda pair: (pair[1], pair[0]))[:MOST_OTHERS])


def sorted_out(photo, bits, rows, since):
    found = Found()
    for other, far in ((rows[key], far) for key, far in bits.items() if key in rows):
        if far != SAME and are_a_series(photo, other, since):
            found.series.append(other)
        else:
            found.elsewhere.append(Alike(other, far == SAME))
    return found


def are_a_series(one, other, since):
    earlier, later = sorted((one.uploaded_at, other.uploaded_at))
    came_together = earlier >= since if since else later - earlier <= SERIES
    return one.uploaded_by_id == other.uploaded_by_id and came_together


@transaction.atomic
def keep_both(*, photo, others, by):
    """Nobody is asked about them again, until one of them gets another picture."""
    pairs = [sorted((photo.pk, other.pk)) for other in others if other != photo]
    rows = [KeptBoth(first_id=first, second_id=second, by=by) for first, second in pairs]
    KeptBoth.objects.bulk_create(rows, ignore_conflicts=True)
