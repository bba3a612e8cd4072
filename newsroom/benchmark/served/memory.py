"""
What a web worker takes: at its start, warm, and after so many minutes of mixed load. Pages are kept as they are in a
newsroom. Of the load one request in four is for a page that is kept, the others for stories and lists all over the
archive, so that memory fills with pages and empties of them.
"""

import random
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.error import HTTPError

from newsroom.benchmark.served.processes import (
    children,
    family,
    loaded_libraries,
    processor_seconds,
    proportional_memory,
)
from newsroom.benchmark.served.servers import fetched, newsroom

CLIENTS = 4
PAUSE = 30  # seconds between two looks
KEPT_AT_ONCE = 8
NEVER_NEEDED = ("ahocorasick", "pdfium", "playwright")


@dataclass(frozen=True)
class Look:
    """MB of the largest worker, so many seconds after the start."""

    seconds: float
    largest: float
    requests: int
    processor: float  # seconds, of the server's processes since the last look


def watched(paths, all_over, *, minutes, rate=0, mode="database", warm_times=5, say=print):
    """
    Yields looks: at the start, warm (every path asked for so many times by each client), and then until the end.
    all_over: makes a path that is hardly asked for twice. rate: requests a second, as many as it takes where it is 0.
    """
    with newsroom(mode, "", workers=2) as server, ThreadPoolExecutor(CLIENTS) as clients:
        watch = Watch(server)
        yield watch.look(0)
        yield watch.look(drive(clients, server, paths * warm_times, rate))
        while watch.seconds() < minutes * 60:
            asked, until = 0, watch.seconds() + PAUSE
            while watch.seconds() < until:
                asked += drive(clients, server, mixed(paths, all_over), rate)
            yield watch.look(asked)
        say(f"loaded though never needed: {sorted(needless(server)) or 'nothing'}")


def mixed(paths, all_over):
    """Of each kind some, in an order that no cache knows."""
    some = [*random.sample(paths, min(len(paths), KEPT_AT_ONCE)), *(all_over() for _time in range(3 * KEPT_AT_ONCE))]
    return random.sample(some, len(some))


def drive(clients, server, paths, rate):
    """Returns how many were asked for."""
    begun, asked = time.monotonic(), []
    for number, path in enumerate(paths):
        time.sleep(max(0, begun + number / rate - time.monotonic()) if rate else 0)
        asked.append(clients.submit(answered, server.address + path))
    return len([request.result() for request in asked])


def answered(address):
    """A 404 of an archive that lacks something is an answer too."""
    try:
        return len(fetched(address))
    except HTTPError as error:
        return error.code
    except OSError:  # on a machine that others keep busy
        return 0


def workers(server):
    return children(server.pid)


class Watch:
    def __init__(self, server):
        self.server, self.begun, self.spent = server, time.monotonic(), 0

    def seconds(self):
        return time.monotonic() - self.begun

    def look(self, requests):
        before, self.spent = self.spent, processor_seconds(family(self.server.pid))
        largest = max(map(proportional_memory, workers(self.server)))
        return Look(self.seconds(), largest, requests, self.spent - before)


def needless(server):
    found = set().union(*(loaded_libraries(pid) for pid in workers(server)))
    return {name for name in found if any(word in name for word in NEVER_NEEDED)}
