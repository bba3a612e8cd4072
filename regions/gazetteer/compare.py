"""Measures the list of regions against another one, made from other sources.

    python -m regions.gazetteer.compare regions.csv.gz [historic.csv.gz]

The other list: code, name, level, parent_code. Its former regions: code, name, level, successor_codes.
"""

import csv
import gzip
import sys
from typing import NamedTuple

from regions.gazetteer.reading import read_rows


class Difference(NamedTuple):
    in_common: int
    other_name: list[str]
    other_parent: list[str]
    only_here: list[str]
    only_there: list[str]


class Successors(NamedTuple):
    same: list[str]
    overlapping: list[str]
    other: list[str]
    unknown_there: list[str]


def lines_of(path):
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        return {line["code"]: line for line in csv.DictReader(lines)}


def compare(rows, theirs, level):
    """Of one level: codes in both lists and in one only."""
    ours = {row.code: row for row in rows if row.level == level and not row.ended_on}
    theirs = {code: line for code, line in theirs.items() if line["level"] == level}
    both = sorted(ours.keys() & theirs.keys())
    return Difference(
        in_common=len(both),
        other_name=[code for code in both if ours[code].name != theirs[code]["name"]],
        other_parent=[code for code in both if ours[code].parent != theirs[code]["parent_code"]],
        only_here=sorted(ours.keys() - theirs.keys()),
        only_there=sorted(theirs.keys() - ours.keys()),
    )


def compare_successors(rows, theirs, historic):
    found = Successors([], [], [], [])
    for row in rows:
        if not row.ended_on:
            continue
        ours, others = set(row.successors), standing(row.code, theirs, historic)
        if row.code not in historic:
            found.unknown_there.append(row.code)
        elif ours == others:
            found.same.append(row.code)
        else:
            (found.overlapping if ours & others else found.other).append(row.code)
    return found


def standing(code, theirs, historic, seen=()):
    """Their successors that stand today, along the chain."""
    if code in theirs or code in seen or code not in historic:
        return {code} if code in theirs else set()
    heirs = historic[code]["successor_codes"].split()
    return set().union(*(standing(heir, theirs, historic, (*seen, code)) for heir in heirs))


def main(path, historic_path=None):
    rows, theirs = read_rows(), lines_of(path)
    for level in ("province", "city", "county", "town"):
        difference = compare(rows, theirs, level)
        print(level, *(f"{name}: {size(value)}" for name, value in difference._asdict().items()), sep="  ")
    if historic_path:
        found = compare_successors(rows, theirs, lines_of(historic_path))
        print("former", *(f"{name}: {size(value)}" for name, value in found._asdict().items()), sep="  ")


def size(value):
    return value if isinstance(value, int) else len(value)


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(*sys.argv[1:])
