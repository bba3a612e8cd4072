"""
The words in which a page says what it shows of a story, and an act what it changes of one: a page says the narrowest
word that covers what it prints.
"""

from collections import defaultdict

from django.utils import timezone

from pagecache.changing import changed

HEADLINE = "headline"  # headline and hour, and whether it is out: where a link leads to it
CARD = "card"  # and its leading picture
TEASER = "teaser"  # and kicker, beginning and column
LINE = "line"  # and places, as lists tell it
LEAD = "lead"  # as the front page leads with it: also what stands below headline and picture
ENTRY = "entry"  # as feeds tell it: also by whom it is and what it is filed under, and its corrections
ARTICLE = "article"  # all of it: its own page
# Beside them: how much room a page that is drawn gives it, the number of its version, and the older ones it leads to.
LENGTH, VERSION, RELATED = "length", "version", "related"
# By what changes of a story: the words of those pages that print it.
PRINTED = {
    "headline": (HEADLINE, CARD, TEASER, LINE, LEAD, ENTRY, ARTICLE),
    "picture": (CARD, TEASER, LINE, LEAD, ENTRY, ARTICLE),
    "beginning": (TEASER, LINE, LEAD, ENTRY, ARTICLE),
    "column": (TEASER, LINE, LEAD, ENTRY, ARTICLE),
    "regions": (LINE, ENTRY, ARTICLE),
    "kicker": (TEASER, LINE, LEAD, ARTICLE),
    "subheadline": (LEAD, ARTICLE),
    "caption": (LEAD, ARTICLE),
    **dict.fromkeys(("bylines", "channel", "tags", "ai_use", "source", "original_author"), (ENTRY, ARTICLE)),
    "lead": (LEAD, ENTRY, ARTICLE),
    **dict.fromkeys(("entry", "correction"), (ENTRY, ARTICLE)),
}
REST = (ARTICLE,)

SITEMAP_BITS = 13  # 8,192 numbers of records in one file of the sitemap


def all_with(what, *stories):
    """What pages show that changes of the stories with it."""
    return {(word, pk) for word in PRINTED.get(what, REST) for pk in stories}


def whole(*stories):
    return all_with("headline", *stories) | {(word, pk) for word in (LENGTH, VERSION) for pk in stories}


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
