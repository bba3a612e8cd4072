"""Where pages lie that all processes share. What changed, and in which order, is the database's alone (log.py)."""

from functools import cache

from django.conf import settings
from django.utils.module_loading import import_string

SHELVES = {
    "database": "pagecache.database.DatabaseShelf",
    "redis": "pagecache.redis.RedisShelf",
    "files": "pagecache.files.shelf.FilesShelf",
}
LONGEST_TURN = 10  # seconds, after which whoever renders is taken for dead


class AwayError(Exception):
    """The place does not answer. A page is then rendered, and kept in memory alone."""


class Shelf:
    """
    What a place for pages has to do; any of it may raise AwayError or django.db.Error. A key has 32 characters; names
    are words such as article:12.
    """

    def fetch(self, key, mark):
        """The page, or None. Good as of what is applied; what waits is for the caller to look at."""
        raise NotImplementedError

    def found(self, page, mark):
        """What was fetched was found good as of the mark: a shelf on more than one machine may copy it."""

    def put(self, key, page, mark):
        """
        Called while nothing is applied: what changes meanwhile will be dropped after it. The mark is what was known
        before the page was rendered.
        """
        raise NotImplementedError

    def drop(self, names, number):
        """
        All pages that show any of the names. Called while nothing is put down, before `number` is written. An error
        leaves the changes waiting: pages that show them are not served, and the worker tries again.
        """
        raise NotImplementedError

    def empty(self):
        raise NotImplementedError

    def sweep(self):
        """What is too old, and what is too much; the worker does it every minute."""
        raise NotImplementedError

    def filled(self):
        """How many pages lie there, and their bytes; None where nobody counts them."""
        return None, None

    def take_turn(self, key):
        """Whether it is this process that renders the page now."""
        raise NotImplementedError

    def end_turn(self, key):
        raise NotImplementedError

    def has_turn(self, key):
        """Whether somebody renders it."""
        raise NotImplementedError


@cache
def shelf_named(name):
    return import_string(SHELVES[name])()


def shelf():
    return shelf_named(settings.PAGE_CACHE)
