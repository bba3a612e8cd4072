"""What colleagues share: stories that nobody else has open, what was accepted, and eyes of readers outside."""

import json
import queue
import random
import threading
import time
from collections import Counter
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from newsroom.load.acts import wait_until
from newsroom.load.browser import Browser
from newsroom.load.times import Tally, Times

# Letters for numbers: a page keeps the parts of a number together, and puts marks between them.
IN_LETTERS = str.maketrans("0123456789", "qrstuvwxyz")
FORWARDED = {"X-Forwarded-Proto": "https"}


class Office:
    def __init__(self, plan, news, begun):
        self.board, self.tally, self.begun, self.news = plan["board"], Tally(begun), begun, news
        self.run, self.numbers, self.lock = plan["run"], count(1), threading.Lock()
        self.accepted, self.waited, self.stale = {}, {}, Counter()
        self.stories, self.drafts = as_queue(plan["stories"]), as_queue(plan["drafts"])
        self.to_publish, self.out = as_queue(plan["signed"]), as_queue([])
        self.pictures = [Path(path).read_bytes() for path in plan["pictures"]]
        place, host = (plan["address"], plan["port"]), plan["host"]
        self.outside = lambda number=0: Browser(place, tls=plan["tls"], host=host, number=number)
        behind = (plan["address"], plan["behind"])
        self.inside = lambda: Browser(behind, tls=False, host=host, headers=FORWARDED if plan["tls"] else {})

    def story(self):
        return borrowed(self.stories)

    def draft(self):
        return borrowed(self.drafts)

    def signed(self):
        return self.to_publish.get_nowait()

    def published(self):
        return self.out.get_nowait()

    def picture(self):
        return random.choice(self.pictures)  # noqa: S311 - nothing secret

    def mark(self):
        return f"{self.run}{next(self.numbers):06}".translate(IN_LETTERS)

    def accept(self, what, which):
        with self.lock:
            self.accepted.setdefault(what, []).append(which)
        if what == "published":
            self.out.put(which)

    def count(self, what):
        with self.lock:
            self.tally.notes[what] += 1

    def took(self, kind, due, now):
        with self.lock:
            self.tally.took(kind, due, now)

    def went_wrong(self, kind, due, what):
        with self.lock:
            self.tally.went_wrong(kind, due, what)

    def tell_readers(self, path, words):
        with self.lock:
            self.news.write(json.dumps([path, words]) + "\n")
            self.news.flush()

    def seen(self, path, status, words, after):
        """
        By whom the web server behind answers: at once, which is what is promised. By whom comes through the door: how
        long a page of before was still to be read there is noted.
        """
        now = time.monotonic()
        if not shows(self.inside(), path, status, words):
            self.note_stale(f"{after}: not seen at once behind the door", now)
        door = self.outside()
        waited = wait_until(lambda: shows(door, path, status, words))
        door.close()
        with self.lock:
            self.waited.setdefault(after, Times()).add(waited or 0)
        if waited is None:
            self.note_stale(f"{after}: not seen before the door", now)

    def note_stale(self, what, now):
        with self.lock:
            self.stale[what] += 1
            self.tally.went_wrong("stale", now, what)


def shows(browser, path, status, words):
    answer = browser.get(path)
    return answer.status == status and words in answer.text


def as_queue(items):
    filled = queue.Queue()
    for item in items:
        filled.put(item)
    return filled


@contextmanager
def borrowed(stories):
    """A story that nobody else has open meanwhile."""
    story = stories.get(timeout=60)
    try:
        yield story
    finally:
        stories.put(story)
