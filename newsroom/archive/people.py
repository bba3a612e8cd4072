"""The register: reporters and photographers of the house, and correspondents in the counties, each with a unit."""

from typing import NamedTuple

from bylines.models import Role
from bylines.sounds import sound_of
from newsroom.archive.chance import skewed
from newsroom.archive.words import name_of_somebody, read_words

REPORTERS, PHOTOGRAPHERS, ALL = 120, 40, 2000
UNITS_OF_UNION = 0.35


class Person(NamedTuple):
    pk: int
    name: str
    unit: str
    role: str
    region: int | None


class Register:
    """people: all of them. The urns hold those who write most, most often; correspondents write from their county."""

    def __init__(self, rng, places, first):
        self.rng, self.words, self.taken = rng, read_words(), set()
        staff = [Role.REPORTER] * REPORTERS + [Role.PHOTOGRAPHER] * PHOTOGRAPHERS
        roles = staff + [Role.CORRESPONDENT] * (ALL - len(staff))
        self.people = [self.person(pk, role, places) for pk, role in enumerate(roles, first)]
        of = {role: [one for one in self.people if one.role == role] for role in set(roles)}
        self.reporters = skewed(of[Role.REPORTER], 0.6)
        self.photographers = skewed(of[Role.PHOTOGRAPHER], 0.6)
        self.correspondents = skewed(of[Role.CORRESPONDENT], 0.7)
        self.by_county = {}
        for one in of[Role.CORRESPONDENT]:
            self.by_county.setdefault(one.region, []).append(one)

    def person(self, pk, role, places):
        county = places.county() if role == Role.CORRESPONDENT else None
        unit = self.unit(county) if county else ""
        while (name := name_of_somebody(self.rng), unit) in self.taken:
            continue
        self.taken.add((name, unit))
        return Person(pk, name, unit, str(role.value), county.pk if county else None)

    def unit(self, county):
        by_union = self.rng.random() < UNITS_OF_UNION
        return county.short + self.rng.choice(self.words.union["units"] if by_union else self.words.slots["unit"])[-8:]

    def rows(self, now):
        return [(one.pk, one.name, sound_of(one.name), one.unit, one.region, one.role, now) for one in self.people]
