"""
The words in which a page says what it shows of a story, and an act what it changes of one. Each holds what the ones
before it hold: a page says the smallest that covers what it prints.
"""

from collections import defaultdict

from django.utils import timezone

from pagecache.changing import changed

HEADLINE = "headline"  # headline and hour, and whether it is out: where a link leads to it
CARD = "card"  # and its leading picture
LINE = "line"  # and kicker, beginning, column and places, as lists tell it
ENTRY = "entry"  # and all else but its further text: feeds, the lead of the front page
ARTICLE = "article"  # and that: its own page
PARTS = (HEADLINE, CARD, LINE, ENTRY, ARTICLE)
# Beside them: how much room a page that is drawn gives it, and the number of its version.
LENGTH, VERSION = "length", "version"

SITEMAP_BITS = 13  # 8,192 numbers of records in one file of the sitemap


def all_with(part, *stories):
    """What changes with that part of the stories: all words that hold it."""
    return {(word, pk) for word in PARTS[PARTS.index(part) :] for pk in stories}


def whole(*stories):
    return all_with(HEADLINE, *stories) | {(word, pk) for word in (LENGTH, VERSION) for pk in stories}


def list_of(kind, key):
    """As one key: region:330681."""
    return f"{kind}:{key}"


def sitemap_of(kind, pk):
    return "sitemap", f"{kind}-{pk >> SITEMAP_BITS}"


class Said:
    """What an act changes, now and at moments to come, gathered to be said at once."""

    def __init__(self):
        self.now = timezone.now()
        self.keys = defaultdict(set)

    def add(self, keys, at=None):
        """at: a moment that is past is now."""
        self.keys[at if at and at > self.now else None] |= set(keys)

    def say(self):
        for at, keys in self.keys.items():
            if keys:
                changed(*keys, at=at)
