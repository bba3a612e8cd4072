"""
A guard against hanging, and no measure of speed: what is guarded takes a second or less, and would take a minute and
more if its time grew with the square of its input. Whoever else is at work on the machine, the two are not mistaken.
"""

import signal
from contextlib import contextmanager

WITHIN = 20  # seconds
CLOCKS = {"working": (signal.ITIMER_PROF, signal.SIGPROF), "waiting": (signal.ITIMER_REAL, signal.SIGALRM)}


@contextmanager
def does_not_hang(within=WITHIN, while_="working"):
    """working: seconds of this process, others beside it do not count; waiting: for somebody who may not answer."""
    clock, alarm = CLOCKS[while_]

    def give_up(_signal, _frame):
        raise AssertionError(f"hangs: not at its end after {within} seconds of {while_}")

    before = signal.signal(alarm, give_up)
    signal.setitimer(clock, within)
    try:
        yield
    finally:
        signal.setitimer(clock, 0)
        signal.signal(alarm, before)
