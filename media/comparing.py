"""Which photos are byte for byte the same, and which differ in a few bits of their likeness. Keys and numbers only."""

from functools import reduce
from operator import or_

from django.db.models import Q

from media.imaging.likeness import NONE, distance, neighbours, parts, whole
from media.likeness import COLUMNS
from media.models import KeptBoth, Likeness, Photo

FARTHEST = 7  # bits; beyond that the index of one column no longer finds all
SAME = -1
# Rows that are measured: some for the question, some for each photo. In an archive of 100,000 a photo has 370 or so.
MOST, MOST_OF_EACH = 5_000, 500


def near(photos):
    """{key of each photo: {key of another one: bits, or SAME}} without the pairs that somebody has decided to keep."""
    others = {photo.pk: {} for photo in photos}
    for (one, other), far in (looking_alike(photos) | same_bytes(photos)).items():
        others[one][other] = far
    for pair in kept_both(others) if any(others.values()) else ():
        for one, other in (pair, pair[::-1]):
            others.get(one, {}).pop(other, None)
    return others


def same_bytes(photos):
    mine = {}
    for photo in photos:
        mine.setdefault(photo.content_hash, []).append(photo.pk)
    rows = Photo.objects.filter(content_hash__in=mine.keys() - {""}).values_list("pk", "content_hash")
    return {(one, other): SAME for other, digest in rows[:MOST] for one in mine[digest] if one != other}


def looking_alike(photos):
    """One query by the indexes of all four columns; it finds too many, and those are measured here."""
    mine = likenesses(photos)
    owners = owners_of_neighbours(mine)
    by_column = [Q(**{f"{column}__in": list(values)}) for column, values in zip(COLUMNS, owners, strict=True)]
    rows = Likeness.objects.filter(reduce(or_, by_column)).values_list("photo", *COLUMNS)
    pairs = {}
    for other, *four in rows[: MOST + MOST_OF_EACH * len(mine)] if mine else ():
        bits = whole(four)
        for one in {one for column, part in zip(owners, four, strict=True) for one in column.get(part, ())}:
            far = distance(mine[one], bits)
            if far <= FARTHEST and one != other and bits != NONE:
                pairs[one, other] = far
    return pairs


def likenesses(photos):
    rows = Likeness.objects.filter(photo__in=[photo.pk for photo in photos]).values_list("photo", *COLUMNS)
    known = {key: whole(four) for key, *four in rows}
    return {key: bits for key, bits in known.items() if bits != NONE}


def owners_of_neighbours(mine):
    """For each column {16 bits that a picture alike may have there: keys of the photos that it would be like}."""
    owners = [{}, {}, {}, {}]
    for key, bits in mine.items():
        for column, part in zip(owners, parts(bits), strict=True):
            for value in neighbours(part):
                column.setdefault(value, []).append(key)
    return owners


def kept_both(keys):
    rows = KeptBoth.objects.filter(Q(first__in=keys) | Q(second__in=keys))
    return list(rows.values_list("first", "second"))
