"""How dark a day of the calendar is: in four steps up to the day with the most stories."""

from math import ceil
from typing import NamedTuple

STEPS = 4


class Step(NamedTuple):
    level: int
    first: int
    last: int


class Heat:
    def __init__(self, numbers):
        self.most = max(numbers, default=0)

    def of(self, number):
        """0 for none; else the step that it falls into."""
        return ceil(STEPS * number / self.most) if number > 0 else 0

    @property
    def steps(self):
        """What the legend says; steps that no whole number falls into are left out."""
        ends = [
            (level, self.most * (level - 1) // STEPS + 1, self.most * level // STEPS) for level in range(1, STEPS + 1)
        ]
        return [Step(*end) for end in ends if end[1] <= end[2]]
