"""
Two versions of a story beside each other: each part that differs, by phrase, and the names of those that do not.
"""

from typing import NamedTuple

from articles.history.wording import in_words, label_of
from wording.comparing.printed import stretches

LONG = ("body", "summary", "editors_note")


class Part(NamedTuple):
    name: str
    label: str
    stretches: list


class Difference(NamedTuple):
    parts: list
    unchanged: list  # labels of parts that have the same words in both


def difference(before, after, *, whole=False):
    """before, after: snapshots. whole: without folding what stayed."""
    own, other = in_words(before), in_words(after)
    changed = [name for name in other if own[name] != other[name]]
    return Difference(
        [Part(name, label_of(name), stretches(own[name], other[name], not whole and name in LONG)) for name in changed],
        [label_of(name) for name in other if name not in changed and other[name]],
    )
