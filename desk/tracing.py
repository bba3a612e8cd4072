"""
What is under way, for every line of the log: the number of the request or of the job, and what of the database it has
asked for so far. Whoever is at work knows it without being told (contextvars); a thread of its own begins without.
"""

import re
import secrets
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

# What a proxy may give: nothing that could break out of a line, a header or a page.
GIVEN = re.compile(r"[A-Za-z0-9_-]{8,64}").fullmatch


@dataclass
class Trace:
    number: str = ""  # of the request or the job
    cause: str = ""  # of the request that a job was begun by
    route: str = ""
    queries: int = 0
    seconds: float = 0.0  # that the database took
    more: dict = field(default_factory=dict)


_trace: ContextVar[Trace | None] = ContextVar("trace", default=None)


def new_number():
    """Sixteen characters that are easily read out on the telephone."""
    return secrets.token_hex(8)


def number_of(said, is_trusted):
    """What the proxy in front has given it, or one of our own."""
    return said if said and is_trusted and GIVEN(said) else new_number()


def under_way():
    """None where nothing was begun: in a shell, at the start."""
    return _trace.get()


def number_under_way():
    trace = _trace.get()
    return trace.number if trace else ""


@contextmanager
def tracing(number, *, cause=""):
    trace = Trace(number, cause)
    token = _trace.set(trace)
    try:
        yield trace
    finally:
        _trace.reset(token)
