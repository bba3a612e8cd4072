"""
How long answers took, by kind and minute, in so little room that an hour of it is a page of JSON: times are counted in
steps of 3 %, so that what is said of them errs by as much.
"""

import math
from collections import Counter

STEP = math.log(1.03)
LEAST = 0.0001  # seconds


def step_of(seconds):
    return 0 if seconds <= LEAST else math.ceil(math.log(seconds / LEAST) / STEP)


def seconds_of(step):
    return LEAST * math.exp(step * STEP)


class Times:
    """Of the answers of one kind within one minute."""

    def __init__(self, steps=(), longest=0.0):
        self.steps, self.longest = Counter({int(step): count for step, count in dict(steps).items()}), longest

    def add(self, seconds):
        self.steps[step_of(seconds)] += 1
        self.longest = max(self.longest, seconds)

    def __add__(self, other):
        return Times(self.steps + other.steps, max(self.longest, other.longest))

    @property
    def count(self):
        return self.steps.total()

    def within(self, share):
        """Seconds within which such a share of them came; 0 where there were none."""
        left = self.count * share
        for step in sorted(self.steps):
            left -= self.steps[step]
            if left <= 1e-9:
                return min(seconds_of(step), self.longest)
        return self.longest

    def beyond(self, seconds):
        """How many took longer."""
        return sum(count for step, count in self.steps.items() if seconds_of(step) > seconds * 1.0001)

    def as_json(self):
        return [self.steps, round(self.longest, 5)]


def all_of(times):
    return sum(times, Times())


class Tally:
    """What one of the two programs has found: times by minute and kind, and what went wrong."""

    def __init__(self, begun):
        self.begun = begun
        self.times, self.wrong, self.notes = {}, {}, Counter()

    def minute(self, due):
        return max(0, int((due - self.begun) // 60))

    def took(self, kind, due, now):
        minute = self.times.setdefault(self.minute(due), {})
        times = minute.get(kind)
        if times is None:
            times = minute[kind] = Times()
        times.add(max(0.0, now - due))

    def went_wrong(self, kind, due, what):
        self.wrong.setdefault(self.minute(due), Counter())[f"{kind}: {what}"] += 1

    def as_json(self):
        return {
            "times": {
                minute: {kind: times.as_json() for kind, times in found.items()} for minute, found in self.times.items()
            },
            "wrong": self.wrong,
            "notes": self.notes,
        }


def read(told):
    """What `as_json` wrote, as ({minute: {kind: Times}}, {minute: Counter})."""
    times = {int(minute): {kind: Times(*one) for kind, one in kinds.items()} for minute, kinds in told["times"].items()}
    return times, {int(minute): Counter(wrong) for minute, wrong in told["wrong"].items()}
