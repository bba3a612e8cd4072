"""A credit put right by an editor: another name, role word or unit. Pure, as the credits themselves."""

from dataclasses import replace

from bylines.credits import PHOTOGRAPHER
from bylines.printing import stands_as


def restated(credit, *, name, word, unit):
    """Who took a picture stays its photographer; 通讯员 in 通讯员何青 摄 is the standing."""
    if word == stands_as(credit):
        return replace(credit, name=name, unit=unit)
    if credit.role == PHOTOGRAPHER:
        return replace(credit, name=name, unit=unit, standing="" if word == PHOTOGRAPHER else word)
    return replace(credit, name=name, unit=unit, role=word)
