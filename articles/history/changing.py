"""How large a change was, in characters, and what of the story it touched: counted once, when the version is made."""

from typing import NamedTuple

from articles.history.snapshot import WORDS
from wording.comparing import pieces


class Size(NamedTuple):
    parts: list
    added: int = 0
    removed: int = 0


def change_between(before, now):
    """before: None for a first version, in which everything has come."""
    if before is None:
        return Size([], added=sum(map(weight, words_of(now).values())))
    parts = [name for name, value in now.story.items() if before.story.get(name) != value]
    own, other = words_of(before), words_of(now)
    found = [piece for name in WORDS if name in parts for piece in pieces(own[name], other[name])]
    return Size(
        parts,
        added=sum(weight(piece.text) for piece in found if piece.kind == "new"),
        removed=sum(weight(piece.text) for piece in found if piece.kind == "gone"),
    )


def words_of(snapshot):
    return {name: snapshot.story.get(name) or "" for name in WORDS}


def weight(text):
    return len("".join(text.split()))
