"""What readers, colleagues and workers got while something was broken."""

import time
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

READ, SEARCH, SAVE, UPLOAD, JOB = "read", "search", "save", "upload", "job"
KINDS = (READ, SEARCH, SAVE, UPLOAD, JOB)
AT_ONCE = 2  # seconds after which readers have what was saved: nginx keeps a page for one


class Try(NamedTuple):
    """said: of a failure, what came instead."""

    kind: str
    begun: float
    ended: float
    went_well: bool
    said: str = ""
    is_stale: bool = False


class Saved(NamedTuple):
    story: int
    number: int
    at: float


@dataclass
class Tally:
    """Written by many threads: lists are only added to."""

    tries: list = field(default_factory=list)
    saved: list = field(default_factory=list)
    refused: list = field(default_factory=list)  # of saves: whether the words stood in the answer
    uploaded: list = field(default_factory=list)  # keys of photos
    planned: list = field(default_factory=list)  # numbers of jobs

    def note(self, kind, begun, went_well, said="", **more):
        self.tries.append(Try(kind, begun, time.monotonic(), went_well, said, **more))

    def of(self, kind):
        return [tried for tried in list(self.tries) if tried.kind == kind]

    def is_well_since(self, moment):
        """Everybody was served who began after it."""
        later = [tried for tried in list(self.tries) if tried.begun > moment]
        return {tried.kind for tried in later if tried.went_well and not tried.is_stale} == set(KINDS)

    def number_due(self, story, moment):
        """What a reader who asks at that moment has to get at least."""
        saved = [save.number for save in list(self.saved) if save.story == story and save.at < moment - AT_ONCE]
        return max(saved, default=0)

    def longest_gap(self):
        """Seconds without any page for any reader."""
        ends = sorted(tried.ended for tried in self.of(READ) if tried.went_well)
        return max((later - earlier for earlier, later in pairwise(ends)), default=0.0)

    def failed(self, kind):
        return [tried for tried in self.of(kind) if not tried.went_well]

    def said(self, kind):
        """Of failures: what came instead, and how often."""
        return Counter(tried.said for tried in self.failed(kind))
