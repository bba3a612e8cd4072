"""The closing words of a run of the tests: what passed on which database, and what was not run at all."""

import collections
import json
import os
from typing import NamedTuple

WORDS = ("failed", "passed", "skipped", "error")
NO_TESTS = 5  # pytest's status where the arguments choose none


class Half(NamedTuple):
    """The suite on one of the two databases, or a part of it. counts: {word of pytest: times}, none if it broke off."""

    name: str
    status: int
    counts: dict | None
    skipped: dict
    seconds: float = 0
    not_run: str = ""

    @property
    def said(self):
        if self.not_run or self.counts is None:
            return self.not_run or "did not run to its end"
        counts = ", ".join(f"{self.counts[word]} {word}" for word in WORDS if self.counts.get(word))
        return f"{counts or 'no tests'} in {self.seconds:.0f}s"

    def lines(self):
        yield f"=== {self.name}: {self.said} ==="
        for reason, times in self.skipped.items():
            yield f"!!! {self.name}: {times} skipped: {reason}"


def worst(statuses):
    """Where the arguments choose nothing is no failure, unless they choose nothing anywhere."""
    return max((status for status in statuses if status != NO_TESTS), default=NO_TESTS)


def joined(parts):
    """One half out of its parts; the seconds are those of all of them, also where two ran beside each other."""
    broken = any(part.counts is None for part in parts)
    return Half(
        parts[0].name,
        worst(part.status for part in parts),
        None if broken else dict(sum((collections.Counter(part.counts) for part in parts), collections.Counter())),
        dict(sum((collections.Counter(part.skipped) for part in parts), collections.Counter())),
        sum(part.seconds for part in parts),
    )


def write_report(path, stats, seconds):
    """What pytest counted, and how often each reason for skipping was given."""
    counts = {word: len(stats[word]) for word in WORDS if stats.get(word)}
    reasons = collections.Counter(report.longrepr[2].removeprefix("Skipped: ") for report in stats.get("skipped", []))
    path.write_text(json.dumps({"counts": counts, "skipped": reasons, "seconds": seconds}))


def read_report(path):
    return json.loads(path.read_text()) if path.exists() else {"counts": None, "skipped": {}}


def not_run(name, reason):
    """Loud, and with REQUIRE_ALL=1 a failure."""
    required = os.environ.get("REQUIRE_ALL") == "1"
    words = f"NOT RUN: {reason}" + (", and REQUIRE_ALL=1 demands it" if required else "")
    return Half(name, 1 if required else 0, {}, {}, not_run=words)
