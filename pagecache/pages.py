"""The pages that a process can serve, from memory or from the shelf: good when they were asked for, or not served."""

import logging
import time
from datetime import UTC, datetime
from hashlib import blake2b
from typing import NamedTuple

from django.db import Error
from django.db.models import Min

from pagecache.log import Mark, changes_since, look, while_nothing_is_applied
from pagecache.memory import Memory
from pagecache.models import Coming
from pagecache.shelves import AwayError, shelf
from pagecache.surrogates import for_others
from pagecache.tally import Tally

logger = logging.getLogger(__name__)

GRACE = 60  # seconds that memory answers for a database that does not
PAUSE = 1  # seconds before it is asked again
LONGEST = 10  # seconds that one thread may take to ask one that is away, while the others do not wait for it
NONE = frozenset()


class Sight(NamedTuple):
    """What was known when a request came: what is rendered for it is measured by that."""

    address: str
    key: str
    mark: Mark


class NotAskedError(Error):
    """It did not answer a moment ago, or another thread is asking."""


class Pages:
    def __init__(self, release):
        self.release = release
        self.memory = Memory()
        self.tally = Tally()
        self.last = Mark(0, "", False, 0)
        # By a clock that nobody sets: one that is put back would leave the database unasked for as long.
        self.asks_again_at = self.asked_at = 0.0
        self.is_away = False

    def find(self, address):
        """The page, if it is there and good; and what to measure it by if it is not (None while nobody can)."""
        known = self.memory.number
        try:
            mark = self.look()
            waiting = self.keep_up(mark, known) if mark.is_waiting or mark.number != known else NONE
            sight = Sight(address, f"{mark.stamp} {address}", mark)
            return self.at_hand(sight.key) or self.from_shelf(sight, waiting), sight
        except NotAskedError:
            return self.without_database(address), None
        except Error as problem:
            self.pause(problem)
            return self.without_database(address), None

    def look(self):
        if time.monotonic() < self.asks_again_at:
            raise NotAskedError
        if self.is_away:
            self.asks_again_at = time.monotonic() + LONGEST
        self.last, self.asked_at = look(), time.monotonic()
        self.asks_again_at, self.is_away = 0.0, False
        return self.last

    def pause(self, problem):
        self.asks_again_at, self.is_away = time.monotonic() + PAUSE, True
        logger.warning("The database does not answer: pages come from memory (%s).", str(problem).strip())

    def keep_up(self, mark, known):
        changes = changes_since(known)
        self.tally.dropped += self.memory.apply(changes)
        return changes.waiting

    def at_hand(self, key):
        page = self.memory.get(key)
        if page is None or not page.is_good(time.time()):
            return None
        self.tally.hits_in_memory += 1
        return page

    def from_shelf(self, sight, waiting):
        """What is found there is as good as the log was before; memory takes it if it has heard of nothing since."""
        number = self.memory.number
        page = self.fetch(sight)
        if page is None or not page.is_good(time.time()) or not waiting.isdisjoint(page.numbers):
            return None
        self.tally.hits_on_the_shelf += 1
        self.memory.put(sight.key, page, number)
        shelf().found(page._replace(address=sight.address), sight.mark)
        return page

    def fetch(self, sight):
        try:
            return shelf().fetch(self.shelf_key(sight), sight.mark)
        except AwayError:
            return None

    def without_database(self, address):
        """Old pages are better than none, for a minute; none outlives the moment that the clock changes it at."""
        if time.monotonic() < self.asked_at + GRACE:
            return self.at_hand(f"{self.last.stamp} {address}")
        return None

    def keep(self, sight, page):
        """Returns the page as it may be sent; keeps it if nothing that it shows has changed since its sight."""
        try:
            with while_nothing_is_applied():
                page, number = self.examine(sight, page)
                if number is not None:
                    shelf().put(self.shelf_key(sight), page, sight.mark)
        except (Error, AwayError):
            # Somebody writes for long. Memory needs no lock: what is committed after this look is seen by the next.
            page, number = self.examine(sight, page)
        if number is not None:
            self.tally.kept += 1
            self.memory.put(sight.key, page, number)
        return page

    def examine(self, sight, page):
        """The page with the moment it is good until, and the number as of which it is good (None: it is not)."""
        coming = Coming.objects.filter(
            name__in=list(page.numbers), at__gt=datetime.fromtimestamp(page.rendered_at, UTC)
        )
        soonest = coming.aggregate(at=Min("at"))["at"]
        if soonest:
            page = page._replace(fresh_until=min(page.fresh_until, soonest.timestamp()))
        changes = changes_since(sight.mark.number)
        if not changes.are_known or changes.touch(page.numbers) or not page.is_good(time.time()):
            return page, None
        return for_others(page), changes.number

    def shelf_key(self, sight):
        return blake2b(f"{self.release} {sight.key}".encode(), digest_size=16).hexdigest()
