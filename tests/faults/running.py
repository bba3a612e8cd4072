"""One fault in a house where everybody is at work, from the quiet before to the quiet after, and what came of it."""

import time
from dataclasses import dataclass, field
from typing import NamedTuple

from tests.faults import ledger
from tests.faults.faults import Fault
from tests.faults.tally import JOB, KINDS, READ, SAVE, UPLOAD, Tally
from tests.faults.traffic import Traffic

LONGEST = 60  # seconds, after which nobody believes in a recovery


class Length(NamedTuple):
    """Seconds of quiet before and after, and for which something stays broken where that has to be chosen."""

    quiet: float
    broken: float


SHORT, LONG = Length(quiet=0.5, broken=1.5), Length(quiet=5, broken=10)


@dataclass
class Outcome:
    fault: Fault
    tally: Tally
    recovered_after: float | None = None
    lost: dict = field(default_factory=dict)
    doubled: dict = field(default_factory=dict)
    stale: int = 0  # by nginx, which had them from before

    @property
    def reads(self):
        return self.tally.of(READ)

    @property
    def served(self):
        return [tried for tried in self.reads if tried.went_well]

    @property
    def older(self):
        """Pages older than what had been saved two seconds before they were asked for."""
        return [tried for tried in self.served if tried.is_stale]

    @property
    def is_well(self):
        """Nothing lost, nothing doubled, recovered, and somebody was served at all."""
        served = self.served and self.tally.saved and self.tally.uploaded
        return bool(served) and self.recovered_after is not None and not self.troubles

    @property
    def troubles(self):
        """What was lost or doubled. A job outside a transaction is done at least once, and may be done again."""
        lost = {f"{kind} lost": number for kind, number in self.lost.items() if number}
        doubled = {f"jobs doubled ({how})": self.doubled[how] for how in ("inside", "planned") if self.doubled[how]}
        return lost | doubled

    def words(self):
        """What came instead, of each kind."""
        said = {kind: dict(self.tally.said(kind)) for kind in KINDS if self.tally.said(kind)}
        again = {"jobs outside done again": self.doubled["outside"]} if self.doubled["outside"] else {}
        return [f"    {name}: {what}" for name, what in (said | again | self.troubles).items()]


def run(house, fault, length):
    stale = house.said_by_nginx()
    with Traffic(house) as traffic:
        time.sleep(length.quiet)
        is_well = fault.act(house, length.broken) or (lambda: True)
        ended = time.monotonic()
        recovered_after = wait_until_well(house, traffic.tally, ended, is_well)
        time.sleep(length.quiet)
    outcome = Outcome(fault, traffic.tally, recovered_after, stale=house.said_by_nginx() - stale)
    look_up(house, outcome)
    return outcome


def wait_until_well(house, tally, since, is_well):
    """Seconds until every part is up and everybody was served who came after it; None where it did not come to that."""
    is_whole = False
    while (passed := time.monotonic() - since) < LONGEST:
        is_whole = is_whole or (house.is_ready() and is_well())
        if is_whole and tally.is_well_since(since):
            return passed
        time.sleep(0.1)
    return None


def look_up(house, outcome):
    tally = outcome.tally
    wait_for_jobs(house)
    jobs = ledger.jobs_of(house) | set(tally.planned)
    inside, outside = ledger.jobs_done_inside(house), ledger.jobs_done_outside(house)
    done = inside.keys() | outside.keys()
    found = ledger.saves_found(house, tally)
    ledger.forget_jobs(house)
    outcome.lost = {
        SAVE: len(tally.saved) - len(found) + len(ledger.stories_behind(house, tally)),
        UPLOAD: len(tally.uploaded) - len(ledger.uploads_found(house, tally)),
        JOB: len(jobs - done),
    }
    outcome.doubled = {
        "planned": ledger.jobs_planned_twice(house),
        "inside": sorted(number for number in jobs if inside[number] > 1),
        "outside": sorted(number for number in jobs if outside[number] > 1),
    }


def wait_for_jobs(house):
    end = time.monotonic() + LONGEST
    while time.monotonic() < end:
        if not house.database.ask("SELECT 1 FROM desk_job WHERE kind LIKE 'proof-%%' AND done_at IS NULL LIMIT 1"):
            return
        time.sleep(0.2)
