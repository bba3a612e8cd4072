"""Who shares a story and its photos, be it out or not: from the names that stand there now."""

from dataclasses import dataclass
from fractions import Fraction

from articles.models.printed import BESIDE_THE_WRITERS
from articles.printed import by_photo, credits_of
from articles.shares import shares_of_photo, shares_of_story


@dataclass(frozen=True)
class Share:
    """contributor, photo: keys; no photo where it is about the words. part: of 1, among all who wrote or took it."""

    contributor: int
    role: str
    part: Fraction
    photo: int | None = None


def shares_of(article):
    """Those of the words first, then photo by photo. Each adds up to 1, as far as anybody is named there."""
    found = []
    for photo, credits in sorted(by_photo(credits_of(article)), key=lambda one: one[0] or 0):
        shares = shares_of_photo(credits) if photo else shares_of_story(credits)
        found += [
            Share(person, role, Fraction(parts.of_all, parts.whole), photo)
            for (person, role), parts in sorted(shares.items())
            if photo or role not in BESIDE_THE_WRITERS
        ]
    return found
