"""Counties and cities that came to an end between two releases, and what became of their land.

A release says only what there is. So a code that is gone is followed through its towns: where most of them turn up
in the next release, there is the successor. Without a trace of towns the name decides (玉环县, 玉环市).
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from regions.gazetteer.releases import Release, Unit
from regions.short_names import short_name

# A town or two of a thousand-year-old county may be handed to a neighbour; that does not make the neighbour an heir.
SMALLEST_SHARE = 0.1


@dataclass(frozen=True)
class Former:
    unit: Unit
    ended_on: date  # the day of the first release without it: it ended on that day or in the months before
    successors: tuple[str, ...]


def former_units(releases):
    """Every county and city of an earlier release that the newest one no longer lists, by code."""
    newest = releases[-1].units
    found = {}
    for earlier, later in pairwise(releases):
        move = Move(earlier, later)
        for unit in move.ended():
            found[unit.code] = Former(unit, later.standing_on, tuple(move.heirs_of(unit)))
    return {
        code: Former(former.unit, former.ended_on, tuple(still_standing(former.successors, found, newest)))
        for code, former in sorted(found.items())
        if code not in newest
    }


def still_standing(codes, found, newest):
    """Follows the chain where a successor ended as well: 那曲县, 色尼区."""
    standing = []
    for code in codes:
        standing += [code] if code in newest else still_standing(found[code].successors, found, newest)
    return list(dict.fromkeys(standing))


def former_names(releases):
    """{code: names it had before}, where a region was renamed and kept its code, as 桥东区 became 襄都区."""
    newest, names = releases[-1].units, {}
    here_now = {(unit.parent, unit.name) for unit in newest.values()}
    for release in releases[:-1]:
        for unit in release.units.values():
            now = newest.get(unit.code)
            if now and unit.level != "town" and unit.name != now.name and (now.parent, unit.name) not in here_now:
                names.setdefault(unit.code, {})[unit.name] = None
    return {code: list(given) for code, given in names.items()}


class Move:
    """From one release to the next."""

    def __init__(self, earlier: Release, later: Release):
        self.earlier, self.later = earlier.units, later.units
        self.towns_of = by_county(earlier)
        self.arrived = by_stem(unit for unit in later.of_level("town") if self.is_new(unit))
        self.new_counties = by_stem(unit for unit in later.of_level("county") if unit.code not in self.earlier)
        self.new_cities = by_stem(unit for unit in later.of_level("city") if unit.code not in self.earlier)

    def is_new(self, town):
        before = self.earlier.get(town.code)
        return before is None or short_name(before.name, "town") != short_name(town.name, "town")

    def ended(self):
        gone = [unit for unit in self.earlier.values() if unit.code not in self.later and unit.level != "town"]
        return sorted(gone, key=lambda unit: (unit.level != "county", unit.code))

    def heirs_of(self, unit):
        if unit.level == "city":
            return self.heirs_of_city(unit)
        return (
            self.same_name(unit, self.new_counties)
            or self.heirs_by_towns(unit)
            or self.same_name(unit, self.new_cities)  # 儋州市, raised from county to city
            or self.same_city(unit)
        )

    def heirs_of_city(self, city):
        """By name (那曲地区, 那曲市), or else where its counties went (莱芜市, to 济南市)."""
        counties = [unit for unit in self.earlier.values() if unit.parent == city.code and unit.level == "county"]
        went_to = Counter(self.city_of(heir) for county in counties for heir in self.heirs_of(county))
        return self.same_name(city, self.new_cities) or [code for code, _ in went_to.most_common(1)]

    def heirs_by_towns(self, county):
        towns = self.towns_of.get(county.code, [])
        went_to = Counter(heir for town in towns if (heir := self.county_that_got(town, county)))
        return [code for code, count in went_to.most_common() if count >= SMALLEST_SHARE * len(towns)]

    def county_that_got(self, town, county):
        """Nearest first: the same city before the same province; two homes of equal standing tell nothing.

        A town that became part of a development zone stands right under its city: that is no heir either.
        """
        candidates = self.arrived.get(stem(town), [])
        for digits in (4, 2):
            homes = {unit.parent for unit in candidates if unit.code[:digits] == county.code[:digits]}
            if homes:
                home = homes.pop()
                return home if not homes and self.later[home].level == "county" else None
        return None

    def same_name(self, unit, newcomers):
        near = newcomers.get(stem(unit), [])
        return [near[0].code] if len(near) == 1 else []

    def same_city(self, county):
        """The trace is lost: its land is at least somewhere in the city, if that still stands."""
        return [county.parent] if county.parent in self.later else []

    def city_of(self, code):
        return self.later[code].parent if self.later[code].level == "county" else code


def by_county(release):
    towns = {}
    for town in release.of_level("town"):
        towns.setdefault(town.parent, []).append(town)
    return towns


def stem(unit):
    """Province and short name: what remains of a county that becomes a city."""
    return unit.code[:2], short_name(unit.name, unit.level)


def by_stem(units):
    stems = {}
    for unit in units:
        stems.setdefault(stem(unit), []).append(unit)
    return stems
