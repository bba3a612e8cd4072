"""How many files are worked on at once: others wait their turn, so that the site keeps its threads and its memory."""

import threading
from contextlib import contextmanager

from intake.documents.refusal import DocumentRefused

AT_ONCE = 2  # of each process; a server runs two of four threads each
places = threading.BoundedSemaphore(AT_ONCE)
mine = threading.local()


@contextmanager
def place(*, seconds):
    """A place for this thread, which has it only once however often it asks; or DocumentRefused: busy."""
    if getattr(mine, "is_taken", False):
        yield
        return
    if not places.acquire(timeout=seconds):
        raise DocumentRefused("busy")
    mine.is_taken = True
    try:
        yield
    finally:
        mine.is_taken = False
        places.release()
