"""The pages that this process has at hand, the longest unused of which go first. All are good as of one number."""

from collections import OrderedDict
from threading import Lock

MOST = 16 * 1024 * 1024  # bytes


class Memory:
    def __init__(self, most=MOST):
        self.most = most
        self.pages = OrderedDict()
        self.weight = 0
        self.number = 0
        self.lock = Lock()

    def get(self, key):
        page = self.pages.get(key)
        if page is not None:
            try:
                self.pages.move_to_end(key)
            except KeyError:  # another thread has just taken it out
                return None
        return page

    def put(self, key, page, number):
        """Only if nothing was taken out since the page was found good: it would not have been looked at."""
        with self.lock:
            if self.number == number:
                self._take_out(key)
                self.pages[key] = page._replace(names=frozenset(), address="")
                self.weight += page.weight
                while self.weight > self.most:
                    self._take_out(next(iter(self.pages)))

    def apply(self, changes):
        """What this memory has not yet heard of, and what waits for its number."""
        with self.lock:
            if not changes.are_known:
                return self._clear(changes.number)
            names = set(changes.waiting).union(*(names for number, names in changes.numbered if number > self.number))
            # Over a copy: readers move pages meanwhile, since a hit does not wait for this lock.
            for key in [key for key, page in list(self.pages.items()) if not names.isdisjoint(page.numbers)]:
                self._take_out(key)
            self.number = max(self.number, changes.number)

    def _clear(self, number):
        self.pages.clear()
        self.weight, self.number = 0, number

    def _take_out(self, key):
        page = self.pages.pop(key, None)
        if page is not None:
            self.weight -= page.weight
