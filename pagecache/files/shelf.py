"""The database's shelf, beside which pages are files on the machine that made them or found them there."""

import logging
import sqlite3
from functools import cache

from django.conf import settings

from pagecache.database import DatabaseShelf
from pagecache.files.beat import stop
from pagecache.files.folder import Folder
from pagecache.files.follower import keep_up, stamp_of
from pagecache.log import look
from pagecache.names import numbers_of
from pagecache.release import fingerprint
from pagecache.shelves import AwayError

logger = logging.getLogger(__name__)


class FilesShelf(DatabaseShelf):
    def __init__(self):
        super().__init__()
        self.folder = Folder(settings.PAGES_ROOT)

    def put(self, key, page, mark):
        super().put(key, page, mark)
        now = look()
        if now.stamp == mark.stamp:
            self.put_file(page, now.number, mark)

    def found(self, page, mark):
        """Another machine made it, or there was no room for the file then."""
        if not self.folder.has(page.address):
            self.put_file(page, mark.number, mark)

    def put_file(self, page, number, mark):
        """A page that is no file is asked of the web server: that is no failure."""
        try:
            self.folder.put(page, number, stamp_of(mark, release()))
        except (OSError, sqlite3.Error) as problem:
            logger.warning("A page was not written as a file (%s).", problem)

    def drop(self, names, number):
        super().drop(names, number)
        try:
            self.folder.drop(numbers_of(names), number)
        except (OSError, sqlite3.Error) as problem:
            raise AwayError(str(problem)) from problem

    def empty(self):
        super().empty()
        with self.folder.register.alone() as entries:
            self.folder.empty(entries, "", 0)

    def sweep(self):
        super().sweep()
        self.folder.shrink()


@cache
def release():
    return fingerprint()


def keep_up_with_the_log():
    """One round of the worker's thread."""
    keep_up(folder(), release())


def stop_serving():
    """The worker ends: from now on nobody takes away what changes on other machines."""
    stop(folder())


@cache
def folder():
    return Folder(settings.PAGES_ROOT)
