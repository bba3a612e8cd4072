"""
Which replica may answer a request. One that has all that the page cache's log knew when the request began: an act
writes its change in its own transaction, and a replica repeats transactions in their order. So a page made from it is
as new as one made from the primary, and may be kept; and a reader sees what was published a moment ago. The paper's own
record is in no change but in the stamp of kept pages, which has to be the same.
"""

import logging
import threading
import time
from itertools import count

from django.conf import settings
from django.db import DatabaseError, InterfaceError, connections

from pagecache import log
from pagecache.quickly import row_in_time

logger = logging.getLogger(__name__)

# Seconds for which a replica that is away, or far behind, is not asked again.
REST = 10
# What the log says there, and whether it is a replica at all. Not by how many seconds it is behind: PostgreSQL knows
# when the last act was repeated, which on a quiet evening is long ago and says nothing.
LOOK = f"SELECT looked.*, pg_is_in_recovery() FROM ({log.LOOK}) AS looked"  # noqa: S608 (nothing from outside)


class Replica:
    """As one process knows it."""

    def __init__(self, alias):
        self.alias = alias
        self.rests_until = 0.0
        self.looking = threading.Lock()
        self.is_known = False
        self.lacking_since: float | None = None

    def has(self, mark):
        """While nobody knows whether it is there one thread finds out, and the others do not wait for it."""
        if time.monotonic() < self.rests_until:
            return False
        if self.is_known:
            return self.look(mark)
        if not self.looking.acquire(blocking=False):
            return False
        try:
            return self.look(mark)
        finally:
            self.looking.release()

    def look(self, mark):
        try:
            number, stamp, is_replica = look(self.alias)
        except (DatabaseError, InterfaceError) as problem:
            self.rest(str(problem).strip())
            return False
        if not is_replica:
            self.rest("it is no replica, or has been promoted")
            return False
        self.is_known = True
        return self.is_as_new(number >= mark.number and stamp == mark.stamp)

    def is_as_new(self, has_all):
        """One that goes on lacking something is left alone, to save the question."""
        if has_all:
            self.lacking_since = None
            return True
        now = time.monotonic()
        self.lacking_since = self.lacking_since or now
        if now - self.lacking_since > settings.DATABASE_REPLICA_LAG:
            self.rest(f"it lacks what was written {settings.DATABASE_REPLICA_LAG} seconds ago")
        return False

    def rest(self, why):
        """Whoever asked of it asks the primary, and so does everybody for a while."""
        self.rests_until = time.monotonic() + REST
        self.is_known, self.lacking_since = False, None
        logger.warning("%s is left alone for %s seconds (%s).", self.alias, REST, why)
        connections[self.alias].close()


def look(alias):
    """Its number in the log, the stamp of its kept pages, and whether it is a replica."""
    own = connections[alias]
    own.ensure_connection()
    with own.wrap_database_errors:
        said = row_in_time(own, LOOK)
    number, age, version, updated, _is_waiting, is_replica = said
    return int(number or 0), log.stamp_of(age, version, updated), is_replica == "t"


class Replicas:
    """All of them, asked by turns."""

    def __init__(self, aliases):
        self.known = [Replica(alias) for alias in aliases]
        self.turn = count()

    def one_with(self, mark):
        """Its alias; None where none has got so far."""
        first = next(self.turn) % len(self.known)
        by_turns = self.known[first:] + self.known[:first]
        return next((replica.alias for replica in by_turns if replica.has(mark)), None)

    def leave(self, alias, why):
        next(replica for replica in self.known if replica.alias == alias).rest(why)
