"""What the index is told about a story, and the tokens that this comes to."""

from dataclasses import dataclass
from datetime import datetime

from search.places import tokens_of_date
from wording.bigrams import EDITION, in_runs, tokens_of

EVERY = "every:one"  # every entry has it
HEAD = "^"  # before each token of a headline: no word that is typed has it


@dataclass(frozen=True)
class Sheet:
    """filters: exact tokens with a colon, "region:330681", which no word has either. published_at: None on the desk."""

    key: int
    head: str
    body: str
    filters: tuple[str, ...] = ()
    published_at: datetime | None = None

    def as_text(self):
        """The columns of its Text."""
        head = in_runs(self.head)
        return {
            "head": head,
            "text": f"{head.rstrip()}{in_runs(self.body)}",
            "filters": " ".join(sorted({EVERY, *map(str.lower, self.filters), *self._dates()})),
            "edition": EDITION,
        }

    def _dates(self):
        return tokens_of_date(self.published_at) if self.published_at else ()


def tokens_of_text(text):
    """text: a Text, or its columns. The same text comes to the same tokens as long as the edition is the same."""
    found = tokens_of(text["text"])
    found.update(HEAD + token for token in tokens_of(text["head"]))
    found.update(text["filters"].split())
    return found
