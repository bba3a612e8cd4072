"""The closing words of a run of the tests: what passed on which database, and what was not run at all."""

import collections
import json
import os
from typing import NamedTuple


class Half(NamedTuple):
    """The suite on one of the two databases."""

    name: str
    status: int
    counts: str
    skipped: dict

    def lines(self):
        yield f"=== {self.name}: {self.counts} ==="
        for reason, times in self.skipped.items():
            yield f"!!! {self.name}: {times} skipped: {reason}"


def write_report(path, stats, seconds):
    """What pytest counted, and how often each reason for skipping was given."""
    counts = [f"{len(stats[word])} {word}" for word in ("failed", "passed", "skipped", "error") if stats.get(word)]
    reasons = collections.Counter(report.longrepr[2].removeprefix("Skipped: ") for report in stats.get("skipped", []))
    path.write_text(json.dumps([f"{', '.join(counts) or 'no tests'} in {seconds:.0f}s", reasons]))


def read_report(path):
    return json.loads(path.read_text()) if path.exists() else ["did not run to its end", {}]


def not_run(name, reason):
    """Loud, and with REQUIRE_ALL=1 a failure."""
    required = os.environ.get("REQUIRE_ALL") == "1"
    words = f"NOT RUN: {reason}" + (", and REQUIRE_ALL=1 demands it" if required else "")
    return Half(name, 1 if required else 0, words, {})
