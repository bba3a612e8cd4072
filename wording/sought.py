"""What somebody types who looks for something: words, each of which must stand in the text, and phrases in quotes."""

import re
from typing import NamedTuple

from wording.bigrams import LONGEST, is_han, runs

MOST_WORDS = 12
MOST_TOKENS = 16  # of one word: the rest of a sentence that was pasted is compared with the text itself
QUOTED = re.compile(r"[“”„‟＂\"]")
PARTING = re.compile(r"(?:[\s、，。；！？;!?|]|(?<!\d),|,(?!\d))+")


class Word(NamedTuple):
    """A word, a number, a phrase. `pattern` stands in the runs of every text that says it."""

    text: str
    pattern: str
    tokens: tuple[str, ...]

    @property
    def is_exact(self):
        """Whether whatever has its token says it, so that no text needs to be looked at."""
        return len(self.tokens) == 1 and len(self.text) <= LONGEST


def words(line):
    """Each once, in the order typed. Every second piece between quotation marks is a phrase, the last unclosed too."""
    found = {}
    for number, piece in enumerate(QUOTED.split(line)):
        for text in [piece] if number % 2 else PARTING.split(piece):
            word = _word(text)
            if word:
                found.setdefault(word.pattern, word)
    return list(found.values())[:MOST_WORDS]


def _word(text):
    parts = runs(text)
    if not parts:
        return None
    before, after = (" " * (not is_han(run)) for run in (parts[0], parts[-1]))
    return Word(" ".join(parts), f"{before}{' '.join(parts)}{after}", tuple(_tokens(parts)[:MOST_TOKENS]))


def _tokens(parts):
    """The fewest that every text has which says this: pairs where there are two, characters where one stands alone."""
    found = {}
    for run in parts:
        if not is_han(run):
            found[run[:LONGEST]] = None
        elif len(run) == 1:
            found[run] = None
        else:
            found.update(dict.fromkeys(run[at : at + 2] for at in range(len(run) - 1)))
    return list(found)
