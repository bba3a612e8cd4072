"""A question that may hang, asked by a thread beside: whoever waits for the answer waits a moment and no longer."""

import threading
import time


class Aside:
    """
    One thread at a time, however many ask: what came of it is everybody's for a second. One that hangs is not asked
    again until it comes back, so that a database that swallows connections costs one thread. Where it takes long the
    answer before it stands for a while: a machine that is crowded is not one that is broken.
    """

    GOOD_FOR = 1.0
    STANDS_FOR = 10.0

    def __init__(self, ask):
        self.ask = ask
        self.lock = threading.Lock()
        self.done = threading.Event()
        self.done.set()
        self.answer, self.at = None, None

    def answer_within(self, seconds):
        """None where there is none in time."""
        with self.lock:
            if self.is_fresh():
                return self.answer
            if self.done.is_set():
                self.done.clear()
                threading.Thread(target=self.run, name="asked aside", daemon=True).start()
        return self.answer if self.done.wait(seconds) or self.stands() else None

    def stands(self):
        return self.at is not None and time.monotonic() - self.at < self.STANDS_FOR

    def is_fresh(self):
        return self.done.is_set() and self.at is not None and time.monotonic() - self.at < self.GOOD_FOR

    def run(self):
        try:
            self.answer, self.at = self.ask(), time.monotonic()
        except Exception:  # there is no answer then, which is what whoever waits is told
            self.answer, self.at = None, time.monotonic()
        finally:
            self.done.set()
