"""What counts as a thousand characters (千字), and what as a part of one."""

from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from enum import StrEnum

HALF = Decimal("0.5")


class Measure(StrEnum):
    CHARACTERS = "characters"
    LINES = "lines"


class Part(StrEnum):
    """How less than a whole unit counts; also what is left over above the last whole one."""

    EXACT = "exact"
    WHOLE = "whole"
    HALF_BELOW = "half_below"


@dataclass(frozen=True)
class LengthRule:
    measure: Measure
    unit: int  # 1000 characters, 10 lines: a power of ten, so that exact parts have an end
    part: Part
    half_below: int = 0  # of HALF_BELOW: less than this counts as half a unit, and more as a whole one

    def units(self, measured):
        """measured: characters or lines, as the rule says. Decimal units, 0 of nothing."""
        if self.part == Part.EXACT:
            return Decimal(measured) / self.unit
        if self.part == Part.WHOLE:
            return (Decimal(measured) / self.unit).to_integral_value(ROUND_CEILING)
        whole, left = divmod(measured, self.unit)
        if not left:
            return Decimal(whole)
        return whole + (HALF if left < self.half_below else Decimal(1))
