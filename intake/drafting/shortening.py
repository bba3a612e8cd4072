"""Parts of a story that are longer than their fields: cut for the field, with all of their words kept in the body."""

import re

from django.utils.translation import gettext as _

from articles.models import Article

PARTS = ("kicker", "headline", "subheadline", "dateline", "source")
LENGTHS = {name: Article._meta.get_field(name).max_length or 0 for name in PARTS}
CUT = "…"
# Behind a sign that ends a thought, else before the space between the lines of a headline.
PLACES = (
    re.compile(r".*[。！？；!?;]", re.DOTALL),
    re.compile(r".*[，、：,:]", re.DOTALL),
    re.compile(r".*(?=\s)", re.DOTALL),
)


def fitted(parts):
    """The parts as their fields take them, and of those that were cut all of their words."""
    cut = {name: words for name, words in parts.items() if len(words) > LENGTHS.get(name, len(words))}
    return {**parts, **{name: beginning(words, LENGTHS[name]) for name, words in cut.items()}}, cut


def beginning(words, most):
    """As much as fits, up to where a reader would pause, unless that is in the first half."""
    room = words[: most - len(CUT)]
    found = (place.match(room) for place in PLACES)
    ends = [match.end() for match in found if match and match.end() > most // 2]
    return room[: ends[0] if ends else None].rstrip() + CUT


def sentences_of(cut):
    """One doubt for each part that was cut: code and sentence."""
    return [(f"{name}-too-long", sentence_of(name)) for name in cut]


def sentence_of(name):
    words = {"part": Article._meta.get_field(name).verbose_name, "most": LENGTHS[name]}
    return _("The %(part)s is longer than %(most)d characters and was cut. All of it heads the body.") % words
