"""A server that keeps callers waiting is left alone for a while: one that is silent must not hold every thread."""

import logging
import threading
import time
from contextlib import contextmanager

logger = logging.getLogger(__name__)

# Seconds for which it is not asked again.
REST = 10


class Resting:
    """As one process knows it. After a rest one thread finds out, and the others do not wait for it."""

    def __init__(self, name):
        self.name = name
        self.is_doubted, self.until = False, 0.0
        self.looking = threading.Lock()

    @contextmanager
    def asked(self, slow):
        """Around a question to it; slow: the errors that cost seconds. Raises TimeoutError where nobody is to ask."""
        if not self.is_doubted:
            with self.watched(slow):
                yield
            return
        if time.monotonic() < self.until or not self.looking.acquire(blocking=False):
            raise TimeoutError(f"{self.name} kept somebody waiting a moment ago, and is left alone.")
        try:
            with self.watched(slow):
                yield
        finally:
            self.looking.release()

    @contextmanager
    def watched(self, slow):
        try:
            yield
        except slow as problem:
            self.is_doubted, self.until = True, time.monotonic() + REST
            logger.warning("%s is left alone for %s seconds (%s).", self.name, REST, problem)
            raise
        except Exception:
            self.is_doubted = False  # it answers, be it with a no
            raise
        self.is_doubted = False
