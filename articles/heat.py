"""
How dark a day of the calendar is: in four steps with about as many days in each, so that one day with a great many
stories does not make all others pale.
"""

from bisect import bisect_left
from math import ceil
from typing import NamedTuple

STEPS = 4


class Step(NamedTuple):
    level: int
    first: int
    last: int


class Heat:
    def __init__(self, numbers):
        rows = sorted(number for number in numbers if number > 0)
        self.ends = sorted({rows[ceil(len(rows) * part / STEPS) - 1] for part in range(1, STEPS + 1)}) if rows else []

    def of(self, number):
        """0 for none; the darkest is the step of the fullest day, also where there are fewer."""
        return STEPS - len(self.ends) + 1 + bisect_left(self.ends, number) if number > 0 else 0

    @property
    def steps(self):
        """What the legend says."""
        firsts = [1, *(end + 1 for end in self.ends)]
        return [Step(self.of(last), first, last) for first, last in zip(firsts, self.ends, strict=False)]
