"""Who is asked for something over the network, seen by Python itself: by whatever library, by address or by name."""

import sys
from contextlib import contextmanager

from intake.apart import OUTWARD

_under_way: list[list] = []


def _note(event, arguments):
    for asked in _under_way:
        if event in OUTWARD:
            asked.append((event, arguments))


@contextmanager
def connections_asked_for():
    """The list of them, which grows while it is held. Of this process alone: others are seen by whoever they ask."""
    asked = []
    _under_way.append(asked)
    try:
        yield asked
    finally:
        _under_way.remove(asked)


sys.addaudithook(_note)  # which stays: no such hook is ever taken off
