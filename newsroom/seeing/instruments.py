"""
What each process counts, on a shelf that all of them share: prometheus_client keeps a file for each process in
METRICS_DIR, and whichever process is asked adds them up. What has ended is counted still, so that no sum falls.
"""

import os
from contextlib import suppress
from pathlib import Path

from django.conf import settings
from prometheus_client import CollectorRegistry, Counter, Histogram
from prometheus_client.multiprocess import MultiProcessCollector

from newsroom.seeing.allocated import allocate

Path(settings.METRICS_DIR).mkdir(parents=True, exist_ok=True)
allocate()

OURS = CollectorRegistry()  # of this process alone: asked through `all_processes`
SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2.5, 5, 10)

REQUESTS = Counter("newsroom_requests", "Requests that reached Django.", ["route", "method", "status"], registry=OURS)
DURATION = Histogram("newsroom_request_seconds", "How long Django took.", ["route"], buckets=SECONDS, registry=OURS)
QUERIES = Counter("newsroom_queries", "Queries of requests.", registry=OURS)
DATABASE = Counter("newsroom_database_seconds", "Seconds that requests waited for the database.", registry=OURS)
KEPT = Counter(
    "newsroom_kept_pages", "Kept pages: what became of who asked, what was kept, dropped.", ["what"], registry=OURS
)
OF_KEPT = ("hits_in_memory", "hits_on_the_shelf", "misses", "kept", "dropped")


def count(route, method, status, took, trace):
    """No request fails by being counted."""
    with suppress(OSError):
        note(route, method, status, took, trace)


def note(route, method, status, took, trace):
    REQUESTS.labels(route, method, f"{status // 100}xx").inc()
    DURATION.labels(route).observe(took)
    if trace.queries:
        QUERIES.inc(trace.queries)
        DATABASE.inc(trace.seconds)


def all_processes():
    registry = CollectorRegistry()
    MultiProcessCollector(registry, path=str(settings.METRICS_DIR))
    return registry


def begin_anew():
    """
    Takes away the files of a server that has ended altogether. While another process of it lives they stay, since sums
    must not fall; our own are open by now.
    """
    others = [path for path in Path(settings.METRICS_DIR).glob("*.db") if number_of(path) != os.getpid()]
    if not any(lives(number_of(path)) for path in others):
        for path in others:
            path.unlink(missing_ok=True)


def number_of(path):
    """Of the process whose file it is; 0 for what is called otherwise."""
    number = path.stem.rpartition("_")[2]
    return int(number) if number.isdecimal() else 0


def lives(process):
    if not process:
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # it is another account's
        pass
    return True
