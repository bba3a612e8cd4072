"""Of many who ask for a page that is not there, one renders it and the others wait: in this process, and across all."""

import logging
import time
from threading import Event, Lock

from django.db import Error

from pagecache.shelves import AwayError, shelf

logger = logging.getLogger(__name__)

LONGEST_WAIT = 2  # seconds: whoever renders may have died
BETWEEN_LOOKS = 0.02


class Turns:
    def __init__(self):
        self.lock = Lock()
        self.running = {}  # what those wait for who come later, by the page's key

    def take(self, key):
        """True for whoever is to render it, who calls `end` afterwards. The others have waited, and look again."""
        with self.lock:
            running = self.running.get(key)
            if running is None:
                self.running[key] = Event()
        if running is not None:
            running.wait(LONGEST_WAIT)
            return False
        if self.take_from_others(key):
            return True
        self.end_here(key)
        return False

    def take_from_others(self, key):
        try:
            if shelf().take_turn(key):
                return True
            end = time.monotonic() + LONGEST_WAIT
            while time.monotonic() < end and shelf().has_turn(key):
                time.sleep(BETWEEN_LOOKS)
            return False
        except (Error, AwayError):
            return True  # nobody can say whose turn it is: rendered twice is better than not at all

    def end(self, key):
        self.end_here(key)
        try:
            shelf().end_turn(key)
        except (Error, AwayError):
            logger.info("A turn at rendering was not given back; it ends by itself.")

    def end_here(self, key):
        with self.lock:
            running = self.running.pop(key)
        running.set()
