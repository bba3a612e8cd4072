"""Where stories play: most in one province, many in its larger counties, few in a town, and three in the quiet town."""

from typing import NamedTuple

from newsroom.archive.chance import BITS, skewed
from regions.models import Region

Level = Region.Level
HOME = "330000"  # where the list of regions has it; else the first province
AT_HOME, ELSEWHERE = 0.45, 0.1


class Place(NamedTuple):
    pk: int
    code: str
    level: str
    name: str
    short: str
    above: tuple[str, ...]  # codes, its own last
    county: int


class NoRegionsError(Exception):
    """Stories play somewhere."""


class Places:
    def __init__(self, rng):
        self.rng, self.bits = rng, rng.getrandbits
        province, *own = at_home()
        counties, cities = of_level(own, Level.COUNTY), of_level(own, Level.CITY)
        towns = of_level(own, Level.TOWN)
        # The quiet town is the last of the list; no other story plays there.
        self.quiet = towns.pop() if len(towns) > 1 else None
        self.counties = self.urn(counties or cities or [province], 0.8)
        self.kinds = [
            self.counties,
            self.counties,
            self.urn(cities or [province], 0.7),
            self.urn(towns or counties or [province], 1.05),
            [province],
        ]
        self.elsewhere = self.urn(cities_elsewhere(province) or [province], 0.9)

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


def at_home():
    """The province, and all that belongs to it today."""
    provinces = Region.objects.current().filter(level=Level.PROVINCE).order_by("code")
    province = provinces.filter(code=HOME).first() or provinces.first()
    if province is None:
        raise NoRegionsError
    own = Region.objects.current().filter(code__startswith=province.code[:2]).exclude(pk=province.pk)
    return places_of([province, *own.order_by("code")])


def cities_elsewhere(province):
    cities = Region.objects.current().filter(level=Level.CITY).exclude(code__startswith=province.code[:2])
    return of_level(places_of([*Region.objects.filter(level=Level.PROVINCE), *cities.order_by("code")]), Level.CITY)


def of_level(places, level):
    return [place for place in places if place.level == level]


def places_of(rows):
    regions = {row.pk: row for row in rows}
    return [place_of(row, regions) for row in rows]


def place_of(row, regions):
    line = [row]
    while line[0].parent_id in regions:
        line.insert(0, regions[line[0].parent_id])
    county = line[2] if len(line) > 2 and line[2].level == Level.COUNTY else row
    codes = tuple(one.code for one in line)
    return Place(row.pk, row.code, row.level, row.name, short(row.name), codes, county.pk)


def short(name):
    """诸暨 of 诸暨市"""
    return name[:-1] if len(name) > 2 and name[-1] in "省市县区镇乡" else name
