"""
The door before Django counts by itself, without a lock and without a file (pagecache.tally), so that a hit costs no
more. What it has counted is carried to the shelf of all processes now and then, by a thread, and before a look.
"""

import threading
from contextlib import suppress

from newsroom.seeing.instruments import KEPT, OF_KEPT
from pagecache.front import figures_of_process

SECONDS = 5
_carrying = threading.Lock()
_carried = dict.fromkeys(OF_KEPT, 0)


def carry():
    """What a full disk does not take is carried the next time."""
    with _carrying, suppress(OSError):
        figures = figures_of_process()
        for what in OF_KEPT:
            grown = figures.get(what, 0) - _carried[what]
            if grown > 0:
                KEPT.labels(what).inc(grown)
                _carried[what] += grown


def carry_on():
    """Once in the life of a process; it ends with it."""
    pause = threading.Event()

    def again_and_again():
        while not pause.wait(SECONDS):
            carry()

    threading.Thread(target=again_and_again, name="kept pages counted", daemon=True).start()
