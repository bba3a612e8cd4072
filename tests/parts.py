"""The parts of one run of the suite: each a pytest of its own, with a database and a home of its own."""

from collections import Counter
from typing import NamedTuple

from tests.outside import OUTSIDE_THE_DATABASE

SQLITE, POSTGRESQL = "SQLite", "PostgreSQL"
# What an item of the suite asks for, and so which part takes it.
BROWSER, DATABASE, NOTHING = "browser", "database", "nothing"
BOTH = "both"  # of what asks for a database, what each of the two has to show for itself
# Files that take as long as so many tests of their kind: a fifth of a second each, with a browser two of them.
HEAVY = {
    "tests/articles/test_merging_editors.py": 130,
    "tests/deploy/test_two_machines.py": 80,
    "tests/faults/test_faults.py": 330,
    "tests/fuzz/test_short.py": 90,
    "tests/hostile/test_in_chromium.py": 10,
    "tests/hostile/test_pages.py": 50,
    "tests/newsroom/test_rights_desks.py": 150,
    "tests/newsroom/test_serving.py": 90,
    "tests/permissions/test_acts.py": 25,
    "tests/permissions/test_forged_forms.py": 70,
    "tests/permissions/test_leading.py": 50,
    "tests/permissions/test_matrix.py": 450,
    "tests/storage/test_cuts.py": 100,
    "tests/storage/test_whole.py": 100,
    "tests/upgrades/test_two_versions.py": 100,
}


class Part(NamedTuple):
    """Of what asks for the same thing, share number `number` of `of`; without `asks` the whole suite."""

    database: str
    asks: str = ""
    number: int = 1
    of: int = 1

    def __str__(self):
        what = {
            "": "everything",
            BROWSER: "with a browser",
            DATABASE: "with a database",
            BOTH: "what both databases show",
            NOTHING: "without a database",
        }[self.asks]
        share = f"{self.number} of {self.of}" if self.of > 1 else ""
        return ", ".join(filter(None, [self.database, what, share]))

    @property
    def code(self):
        """For the environment, and for the name of a database."""
        return f"{self.asks}_{self.number}_{self.of}" if self.asks else ""


def parts_of_both(*, is_on_postgresql):
    """
    In the order in which they begin: the long ones first, so that nobody waits for a last long one, the two browsers
    apart from each other, and each database early, as it is migrated by the part that needs it first. What asks for a
    browser is looked at on PostgreSQL, which is the stricter one, and so is what lies outside the database.
    """
    strict = POSTGRESQL if is_on_postgresql else SQLITE
    first, second = halves(strict, BROWSER)
    early, late = halves(SQLITE, BOTH if is_on_postgresql else DATABASE)
    return [
        first,
        early,
        *(halves(POSTGRESQL, DATABASE) if is_on_postgresql else []),
        second,
        late,
        *halves(SQLITE, NOTHING),
    ]


def halves(database, asks):
    return [Part(database, asks, number, 2) for number in (1, 2)]


def takes(asks, asked, test):
    """asked: what this test asks for; test: its name as pytest gives it."""
    if asks == BOTH:
        return asked == DATABASE and not test.startswith(OUTSIDE_THE_DATABASE)
    return asked == asks


def part_named(code):
    """As the environment names it; None for the whole suite."""
    if not code:
        return None
    asks, number, of = code.split("_")
    return Part("", asks, int(number), int(of))


def shares(files, count):
    """{file: number of its share}: whole files, so much work in one share as in the other. files: one entry a test."""
    work = {file: max(tests, HEAVY.get(file, 0)) for file, tests in Counter(files).items()}
    loads, found = [0] * count, {}
    for file in sorted(work, key=lambda file: (-work[file], file)):
        lightest = loads.index(min(loads))
        loads[lightest] += work[file]
        found[file] = lightest + 1
    return found
