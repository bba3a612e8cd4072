"""
The shelf in Redis. What changed, and in which order, is still the database's: with each page stands the number of the
log as of which it is good, and whoever takes it from here compares. So a Redis that was away, came back with what it
knew yesterday, or is seen by one machine and not by another, costs renderings and never serves what is out of date.
"""

import logging
import secrets
import time
from functools import wraps

import redis
from django.conf import settings
from redis.backoff import NoBackoff
from redis.retry import Retry

from desk.batches import in_batches
from pagecache.heard import Heard
from pagecache.log import look
from pagecache.names import numbers_of
from pagecache.page import unpacked
from pagecache.shelves import LONGEST_TURN, AwayError, Shelf

logger = logging.getLogger(__name__)

PAGE, SHOWN, TURN = "newsroom:page:", "newsroom:shown:", "newsroom:turn:"
PATIENCE = 0.25  # seconds for an answer
PAUSE = 1  # seconds before one that did not answer is asked again
# KEYS: the page, then the sets of the pages that show a name. ARGV: the page, how long it is good in milliseconds.
PUT = """
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
for i = 2, #KEYS do
    redis.call('SADD', KEYS[i], KEYS[1])
    if redis.call('PTTL', KEYS[i]) < tonumber(ARGV[2]) then redis.call('PEXPIRE', KEYS[i], ARGV[2]) end
end
"""
# KEYS: sets of pages.
DROP = """
for _, shown in ipairs(KEYS) do
    for _, page in ipairs(redis.call('SMEMBERS', shown)) do redis.call('UNLINK', page) end
    redis.call('UNLINK', shown)
end
"""
END_TURN = "if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end"
AT_ONCE = 1_000  # names in one script: nobody else is served while it runs


def may_be_away(act):
    """After one silence nobody waits for the next one: a page costs its rendering, not a rendering and a pause."""

    @wraps(act)
    def acting(self, *args):
        if time.monotonic() < self.asks_again_at:
            raise AwayError
        try:
            return act(self, *args)
        except redis.RedisError as problem:
            self.asks_again_at = time.monotonic() + PAUSE
            logger.warning("Redis does not answer: pages are kept in memory only (%s).", problem)
            raise AwayError(str(problem)) from problem

    return acting


class RedisShelf(Shelf):
    def __init__(self):
        self.name = secrets.token_hex(16)
        self.asks_again_at = 0
        self.heard = Heard()
        times = {"socket_timeout": PATIENCE, "socket_connect_timeout": PATIENCE}
        # A connection that broke since its last use is replaced, once.
        self.client = redis.Redis.from_url(settings.REDIS_URL, retry=Retry(NoBackoff(), 1), **times)
        self._put, self._drop, self._end = map(self.client.register_script, (PUT, DROP, END_TURN))

    @may_be_away
    def fetch(self, key, mark):
        number, page = read(self.client.get(f"{PAGE}{key}"))
        return page if page and self.heard.of_nothing_since(number, page.numbers, mark) else None

    @may_be_away
    def put(self, key, page, mark):
        milliseconds = int((page.fresh_until - time.time()) * 1000)
        if milliseconds > 0:
            sets = [f"{SHOWN}{number}" for number in page.numbers]
            said = b"%d\n%b" % (look().number, page.packed())
            self._put(keys=[f"{PAGE}{key}", *sets], args=[said, milliseconds])

    def drop(self, names, number):
        """For the room that it takes. Out of date it is without that, so that an act waits for no Redis."""
        try:
            self.drop_at_once(sorted(numbers_of(names)))
        except AwayError:
            logger.info("Redis keeps for a while what nobody takes from it any more.")

    @may_be_away
    def drop_at_once(self, numbers):
        for some in in_batches(numbers, AT_ONCE):
            self._drop(keys=[f"{SHOWN}{number}" for number in some])

    @may_be_away
    def empty(self):
        for keys in (PAGE, SHOWN):
            for key in self.client.scan_iter(f"{keys}*", count=AT_ONCE):
                self.client.unlink(key)

    def sweep(self):
        """Redis does, by the time that stands with each page and by its own maxmemory."""

    @may_be_away
    def take_turn(self, key):
        return bool(self.client.set(f"{TURN}{key}", self.name, nx=True, px=LONGEST_TURN * 1000))

    @may_be_away
    def end_turn(self, key):
        self._end(keys=[f"{TURN}{key}"], args=[self.name])

    @may_be_away
    def has_turn(self, key):
        return bool(self.client.exists(f"{TURN}{key}"))


def read(said):
    """The number and the page; no page where somebody else wrote there, or half of it was lost."""
    try:
        number, _line, packed = (said or b"").partition(b"\n")
        return int(number), unpacked(packed)
    except (ValueError, TypeError):
        return 0, None
