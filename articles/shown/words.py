"""
The words in which a page says what it shows of a story, and an act what it changes of one: a page says the narrowest
word that covers what it prints.
"""

from collections import defaultdict

from django.utils import timezone

from pagecache.changing import changed

HEADLINE = "headline"  # headline and hour, and whether it is out: where a link leads to it
CARD = "card"  # and its leading picture
LINE = "line"  # and kicker, beginning, column and places, as lists and pages of the paper tell it
ENTRY = "entry"  # and all besides the further text, as feeds and the lead of the front page tell it
ARTICLE = "article"  # all of it: its own page
WORDS = (HEADLINE, CARD, LINE, ENTRY, ARTICLE)  # each says what the one before says, and more
# Beside them: how much room a page that is drawn gives it, the number of its version, and the older ones it leads to.
LENGTH, VERSION, RELATED = "length", "version", "related"
RANKING = ("ranking", "all")  # how much was printed of whom: whose names stand where, and on which day
# By what changes of a story: the narrowest word of those pages that print it. The rest stands on its own page alone.
PRINTED_FROM = {
    "headline": HEADLINE,
    "picture": CARD,
    **dict.fromkeys(("kicker", "beginning", "column", "regions"), LINE),
    **dict.fromkeys(("subheadline", "caption", "entry", "correction"), ENTRY),
    **dict.fromkeys(("bylines", "channel", "tags", "ai_use", "source", "original_author"), ENTRY),
}

SITEMAP_BITS = 13  # 8,192 numbers of records in one file of the sitemap


def all_with(what, *stories):
    """What pages show that changes of the stories with it."""
    narrowest = WORDS.index(PRINTED_FROM.get(what, ARTICLE))
    return {(word, pk) for word in WORDS[narrowest:] for pk in stories}


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
