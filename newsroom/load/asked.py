"""What readers ask for: of each kind its share, the new much more often than the old; and what must be there."""

import random
from bisect import bisect
from itertools import accumulate

BROWSER = (
    "Accept-Encoding: gzip\r\n"
    "Accept: text/html,application/xhtml+xml,image/webp,*/*;q=0.8\r\nAccept-Language: zh-CN,zh;q=0.9\r\n"
    "User-Agent: Mozilla/5.0 (load)\r\n"
)


class Asked:
    """One address: the statuses that are right, and words that stand near the beginning of the page ("" for a file)."""

    __slots__ = ("etag", "is_html", "request", "statuses", "words")

    def __init__(self, host, path, words, statuses):
        self.request = f"GET {path} HTTP/1.1\r\nHost: {host}\r\n{BROWSER}"
        self.words, self.statuses, self.etag = words.encode(), frozenset(statuses), b""
        self.is_html = "." not in path.rpartition("/")[2]

    def bytes(self, if_changed=False):
        known = f"If-None-Match: {self.etag.decode('latin-1')}\r\n" if if_changed and self.etag else ""
        return f"{self.request}{known}\r\n".encode()


class Kind:
    """
    name; share: its weight beside the others; newest_first: the first of its addresses is asked for most, the n-th 1/n
    as often; once: one after the other, hardly any twice; if_changed: by readers who have the page.
    """

    def __init__(self, host, name, share, asked, *, newest_first=False, once=False, if_changed=False, statuses=(200,)):
        self.name, self.share, self.if_changed = name, share, if_changed
        self.newest_first, self.once, self.at = newest_first, once, -1
        self.host, self.statuses, self.asked = host, (*statuses, 304) if if_changed else statuses, []
        for path, words in asked:
            self.add(path, words)

    def add(self, path, words, statuses=None):
        self.asked.append(Asked(self.host, path, words, statuses or self.statuses))

    def one(self, chance):
        if self.once:
            self.at = (self.at + 1) % len(self.asked)
            return self.asked[self.at]
        if self.newest_first:
            return self.asked[int(len(self.asked) ** chance.random()) - 1]
        return self.asked[int(chance.random() * len(self.asked))]


class Mix:
    def __init__(self, plan, seed=1):
        self.chance = random.Random(seed)  # noqa: S311 - nothing secret
        self.kinds = [Kind(plan["host"], **kind) for kind in plan["kinds"] if kind["asked"]]
        self.shares = list(accumulate(kind.share for kind in self.kinds))

    def one(self):
        """(kind, what of it)"""
        kind = self.kinds[bisect(self.shares, self.chance.random() * self.shares[-1])]
        return kind, kind.one(self.chance)

    def just_out(self, path, words):
        """A story that came out during the run: readers come at once. It may be withdrawn again."""
        kind = next((kind for kind in self.kinds if kind.name == JUST_OUT), None)
        if kind:
            kind.asked.insert(0, Asked(kind.host, path, words, (200, 410)))
            del kind.asked[MOST_JUST_OUT:]


JUST_OUT, MOST_JUST_OUT = "story, just out", 20
