"""The list of faults, each a function that breaks something and, where a hand outside the newsroom would, mends it."""

from collections.abc import Callable
from typing import NamedTuple


class Fault(NamedTuple):
    """
    act(house, seconds) returns when the cause is over (seconds: how long it is to last, where that can be chosen). What
    it returns may be a question that is asked until it is true: the part is in use again.
    """

    name: str
    act: Callable
    is_in_short: bool = True  # also where the tests have little time


FAULTS: list[Fault] = []


def fault(name, *, is_in_short=True):
    def enter(act):
        FAULTS.append(Fault(name, act, is_in_short))
        return act

    return enter
