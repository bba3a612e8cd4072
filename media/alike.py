"""The photos that are the same picture or look like it, as a colleague is told of them."""

from dataclasses import dataclass, field
from datetime import timedelta

from django.db import transaction

from media.comparing import SAME, near
from media.models import KeptBoth, Photo

# Pictures of one meeting are alike by nature: what one colleague uploads within this time is one upload.
SERIES = timedelta(hours=1)
AT_ONCE = 100  # photos of one question
MOST_OTHERS = 100  # of one photo


@dataclass(frozen=True)
class Alike:
    photo: Photo
    is_same: bool


@dataclass
class Found:
    """Of one photo, the nearest first. `series`: those of the same upload."""

    elsewhere: list[Alike] = field(default_factory=list)
    series: list[Photo] = field(default_factory=list)


def alike(photos, others):
    """{key of a photo: Found} where there is anything. others: the photos that may be shown."""
    found = {}
    for start in range(0, len(photos), AT_ONCE):
        found |= found_of(photos[start : start + AT_ONCE], others)
    return found


def found_of(photos, others):
    """A fixed number of queries, however many photos there are."""
    bits = {key: nearest(pairs) for key, pairs in near(photos).items() if pairs}
    rows = others.in_bulk({other for pairs in bits.values() for other in pairs}) if bits else {}
    return {
        photo.pk: sorted_out(photo, bits[photo.pk], rows) for photo in photos if bits.get(photo.pk, {}).keys() & rows
    }


def nearest(pairs):
    """Those of the same bytes first, then the more alike, then the earlier."""
    return dict(sorted(pairs.items(), key=lambda pair: (pair[1], pair[0]))[:MOST_OTHERS])


def sorted_out(photo, bits, rows):
    found = Found()
    for other, far in ((rows[key], far) for key, far in bits.items() if key in rows):
        if far != SAME and is_of_one_upload(photo, other):
            found.series.append(other)
        else:
            found.elsewhere.append(Alike(other, far == SAME))
    return found


def is_of_one_upload(one, other):
    return one.uploaded_by_id == other.uploaded_by_id and abs(one.uploaded_at - other.uploaded_at) <= SERIES


@transaction.atomic
def keep_both(*, photo, others, by):
    """Nobody is asked about them again, until one of them gets another picture."""
    pairs = [sorted((photo.pk, other.pk)) for other in others if other != photo]
    rows = [KeptBoth(first_id=first, second_id=second, by=by) for first, second in pairs]
    KeptBoth.objects.bulk_create(rows, ignore_conflicts=True)
