"""Where stories play: most in one province, many in its larger counties, few in a town, and three in the quiet town."""

from typing import NamedTuple

from newsroom.archive.chance import BITS, skewed
from regions.models import Region

HOME = "330000"  # where the list of regions has it; else the first province
AT_HOME, ELSEWHERE = 0.45, 0.1
QUIET_STORIES = 3


class Place(NamedTuple):
    pk: int
    code: str
    name: str
    short: str
    above: tuple[str, ...]  # codes, its own last
    county: int


class NoRegionsError(Exception):
    pass


class Places:
    def __init__(self, rng):
        self.rng, self.bits = rng, rng.getrandbits
        regions = {row.pk: row for row in Region.objects.current().order_by("code")}
        if not regions:
            raise NoRegionsError
        self.places = {pk: place_of(row, regions) for pk, row in regions.items()}
        of_level = {level: [pk for pk, row in regions.items() if row.level == level] for level in Region.Level.values}
        self.home = max(of_level["province"], key=lambda pk: (self.places[pk].code == HOME, -pk))
        self.towns = [self.places[pk] for pk in of_level["town"] if self.is_home(pk)]
        # The quiet town is the last of the list; no other story plays there.
        self.quiet = self.towns.pop() if len(self.towns) > 1 else None
        counties = [self.places[pk] for pk in of_level["county"] if self.is_home(pk)]
        cities = [self.places[pk] for pk in of_level["city"] if self.is_home(pk)]
        others = [self.places[pk] for pk in of_level["city"] if not self.is_home(pk)]
        province = [self.places[self.home]]
        self.counties = self.urn(counties or cities or province, 0.8)
        self.kinds = [
            self.counties,
            self.counties,
            self.urn(cities or province, 0.7),
            self.urn(self.towns or counties or province, 1.05),
            province,
        ]
        self.elsewhere = self.urn(others or province, 0.9)

    def is_home(self, pk):
        return self.places[pk].above[0] == self.places[self.home].code

    def urn(self, places, steepness):
        places = list(places)
        self.rng.shuffle(places)
        return skewed(places, steepness)

    def county(self):
        return self.counties[self.bits(BITS)]

    def draw(self):
        """The places of a story: none, one or two."""
        chance = self.rng.random()
        if chance < AT_HOME:
            kind = self.kinds[int(chance * 100) % 5]
            first = kind[self.bits(BITS) % len(kind)]
            second = self.county() if chance < 0.06 else first
            return (first,) if second is first else (first, second)
        return (self.elsewhere[self.bits(BITS)],) if chance < AT_HOME + ELSEWHERE else ()


def place_of(row, regions):
    line = [row]
    while line[0].parent_id in regions:
        line.insert(0, regions[line[0].parent_id])
    county = line[2] if len(line) > 2 and line[2].level == "county" else row
    return Place(row.pk, row.code, row.name, short(row.name), tuple(one.code for one in line), county.pk)


def short(name):
    """诸暨 of 诸暨市"""
    return name[:-1] if len(name) > 2 and name[-1] in "省市县区镇乡" else name
