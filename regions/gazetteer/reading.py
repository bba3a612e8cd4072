"""The list of regions that comes with the project, as plain rows. docs/REGIONS.md says where it comes from."""

import csv
import gzip
from datetime import date
from pathlib import Path
from typing import NamedTuple

from regions.short_names import short_names

REGIONS_FILE = Path(__file__).with_name("regions.csv.gz")
COLUMNS = ["code", "name", "level", "parent", "ended_on", "successors", "former_names"]


class Row(NamedTuple):
    code: str
    name: str
    level: str
    parent: str  # the code above; empty for a province
    ended_on: date | None
    successors: list[str]
    former_names: list[str]

    @property
    def aliases(self):
        """Other names of the region, without its own: 诸暨 for 诸暨市, 桥东区 and 桥东 for 襄都区."""
        names = [*short_names(self.name, self.level), *self.former_names]
        for former in self.former_names:
            names += short_names(former, self.level)
        return names


def read_rows(path=REGIONS_FILE):
    """All rows, in the order of their codes."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        return [row_from(values) for values in csv.DictReader(lines)]


def row_from(values):
    return Row(
        values["code"],
        values["name"],
        values["level"],
        values["parent"],
        date.fromisoformat(values["ended_on"]) if values["ended_on"] else None,
        values["successors"].split(),
        values["former_names"].split(),
    )
