"""Texts that say the same: how many of their clauses they share, however the rest was edited."""

import re

from wording.marks import CJK

BREAK = re.compile("[，。；：！？、…—\n“”‘’（）()]+")
NEITHER_WORD_NOR_FIGURE = re.compile(f"[^{CJK}A-Za-z0-9]")
SHORTEST = 6


def clauses(text):
    """What stands between marks, without the shortest, which many stories have."""
    parts = (NEITHER_WORD_NOR_FIGURE.sub("", part) for part in BREAK.split(text))
    return frozenset(part for part in parts if len(part) >= SHORTEST)


def shared(ours, theirs):
    """The share of the shorter text's clauses that the other one has as well."""
    return len(ours & theirs) / min(len(ours), len(theirs)) if ours and theirs else 0.0
