"""
The pages that this process has at hand, all good as of one number. Whatever is asked for but once (by a robot that goes
through the archive, or under addresses that somebody makes up) drives out its like, and not what readers come back to.
"""

from collections import OrderedDict
from threading import Lock

MOST = 16 * 1024 * 1024  # bytes
ONCE = 4  # this part of the room is for what nobody has asked for again


class Memory:
    def __init__(self, most=MOST):
        self.most = most
        self.once, self.again = OrderedDict(), OrderedDict()  # each with the longest unused in front
        self.weight = self.weight_of_once = 0
        self.number = 0
        self.lock = Lock()

    def __len__(self):
        return len(self.once) + len(self.again)

    def get(self, key):
        page = self.again.get(key)
        if page is None:
            return self._asked_again(key)
        try:
            self.again.move_to_end(key)
        except KeyError:  # another thread has just taken it out
            return None
        return page

    def put(self, key, page, number):
        """Only if nothing was taken out since the page was found good: it would not have been looked at."""
        with self.lock:
            if self.number == number:
                self._take_out(key)
                self.once[key] = page._replace(names=frozenset(), address="")
                self.weight += page.weight
                self.weight_of_once += page.weight
                while self.weight > self.most:
                    self._take_out(self._first_to_go())

    def apply(self, changes):
        """What this memory has not yet heard of, and what waits for its number. Returns how many pages went."""
        with self.lock:
            if not changes.are_known:
                return self._clear(changes.number)
            names = set(changes.waiting).union(*(names for number, names in changes.numbered if number > self.number))
            # Over a copy: readers move pages meanwhile, since a hit does not wait for this lock.
            pages = [*list(self.once.items()), *list(self.again.items())]
            gone = [key for key, page in pages if not names.isdisjoint(page.numbers)]
            for key in gone:
                self._take_out(key)
            self.number = max(self.number, changes.number)
            return len(gone)

    def _asked_again(self, key):
        """Moved when nobody holds the lock just then: a hit waits for nobody."""
        page = self.once.get(key)
        if page is None or not self.lock.acquire(blocking=False):
            return page
        try:
            if self.once.pop(key, None) is page:  # else another thread has taken it out, or moved it
                self.weight_of_once -= page.weight
                self.again[key] = page
            return page
        finally:
            self.lock.release()

    def _first_to_go(self):
        is_once = self.once and (self.weight_of_once > self.most // ONCE or not self.again)
        return next(iter(self.once if is_once else self.again))

    def _clear(self, number):
        gone = len(self)
        self.once.clear()
        self.again.clear()
        self.weight, self.weight_of_once, self.number = 0, 0, number
        return gone

    def _take_out(self, key):
        page = self.once.pop(key, None)
        if page is not None:
            self.weight_of_once -= page.weight
        else:
            page = self.again.pop(key, None)
        if page is not None:
            self.weight -= page.weight
