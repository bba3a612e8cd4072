"""The hits of a story or an issue as they are listed: by level, each with its place, and what was let stand folded."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from articles.checks.waiving import may_settle
from articles.models.phrase import Level

GROUPS = {"bylines": "bylines-group", "places": "places-group", "placements": "placements-group"}


@dataclass(frozen=True)
class Count:
    """So many of one level."""

    level: str
    label: str
    number: int


@dataclass
class CheckPanel:
    user: Any
    article: Any  # None: a story that nobody has saved yet, of which nothing can be let stand
    hits: list

    @property
    def open(self):
        return [hit for hit in self.hits if hit.is_open]

    @property
    def waived(self):
        return [hit for hit in self.hits if not hit.is_open]

    @property
    def levels(self):
        """[(level, its open hits)], the heaviest first: the hits come in that order."""
        grouped = groupby(self.open, key=lambda hit: hit.level)
        return [(Level(level), [(hit, anchor_of(hit)) for hit in hits]) for level, hits in grouped]

    @property
    def counts(self):
        return counts_of(self.hits)

    @property
    def may_waive(self):
        return bool(self.article) and may_settle(self.article, self.user, "add_waiver")

    @property
    def may_take_back(self):
        return bool(self.article) and may_settle(self.article, self.user, "delete_waiver")


def counts_of(hits):
    """Of the open ones, by level; levels without any are left out."""
    numbers = [(level, sum(hit.is_open and hit.level == level for hit in hits)) for level in Level]
    return [Count(level.value, str(level.label), number) for level, number in numbers if number]


def anchor_of(hit):
    """Where on the form it is: a field, or the rows it speaks of."""
    if hit.field.startswith("caption-"):
        return "illustrations-group"
    return GROUPS.get(hit.field) or (f"id_{hit.field}" if hit.field else "")
