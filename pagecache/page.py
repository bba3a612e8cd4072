"""A page as it is kept: compressed once, with all that is needed to send it."""

import gzip
import json
from array import array
from hashlib import blake2b
from typing import NamedTuple

LEVEL = 6
WEIGHT_OF_A_PAGE = 2_000  # bytes in memory beside body and names
OURS = {"content-length", "content-encoding", "etag", "vary", "server", "date", "connection"}


class Page(NamedTuple):
    """Times are seconds since 1970. `numbers` stands for the names of what it shows."""

    status: int
    headers: list
    etag: str
    size: int
    rendered_at: float
    fresh_until: float
    numbers: array
    body: bytes  # compressed
    names: frozenset = frozenset()  # this and the next: known when it is put down, not when it was fetched
    address: str = ""

    def is_good(self, now):
        """One from the future comes from a machine whose clock is ahead: it may show what here is still to come."""
        return self.rendered_at <= now < self.fresh_until

    @property
    def weight(self):
        return len(self.body) + 8 * len(self.numbers) + WEIGHT_OF_A_PAGE

    def packed(self):
        head = [*self[:6], list(self.numbers)]
        return json.dumps(head, separators=(",", ":")).encode() + b"\n" + self.body


def unpacked(said):
    head, _line, body = bytes(said).partition(b"\n")
    *rest, numbers = json.loads(head)
    return Page._make([*rest, array("q", numbers), body, frozenset(), ""])


def page_of(response, names, numbers, rendered_at, fresh_until):
    """Its own headers stay, those apart that belong to one way of sending it."""
    content = response.content
    headers = [[name, value] for name, value in response.items() if name.lower() not in OURS]
    if not response.has_header("Cache-Control"):
        headers.append(["Cache-Control", "public, no-cache"])
    digest = blake2b(json.dumps(headers).encode() + b"\n" + content, digest_size=16).hexdigest()
    return Page(
        response.status_code,
        headers,
        digest,
        len(content),
        rendered_at,
        fresh_until,
        array("q", sorted(numbers)),
        gzip.compress(content, LEVEL, mtime=0),
        frozenset(names),
    )
