"""What a web worker takes: at its start, warm, and after so many minutes of mixed load."""

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.error import HTTPError

from newsroom.benchmark.served.processes import children, loaded_libraries, proportional_memory
from newsroom.benchmark.served.servers import fetched, newsroom

CLIENTS = 4
PAUSE = 30  # seconds between two looks
NEVER_NEEDED = ("ahocorasick", "pdfium", "playwright")


@dataclass(frozen=True)
class Look:
    """MB of the largest worker, so many seconds after the start."""

    seconds: float
    largest: float


def watched(paths, *, minutes, warm_times=5, say=print):
    """Yields looks: at the start, warm (every path asked for so many times by each client), and then until the end."""
    with newsroom("off", "", workers=2) as server, ThreadPoolExecutor(CLIENTS) as clients:
        begun = time.monotonic()
        yield look(server, begun)
        drive(clients, server, paths * warm_times)
        yield look(server, begun)
        while time.monotonic() - begun < minutes * 60:
            until = time.monotonic() + PAUSE
            while time.monotonic() < until:
                drive(clients, server, paths)
            yield look(server, begun)
        say(f"loaded though never needed: {sorted(needless(server)) or 'nothing'}")


def drive(clients, server, paths):
    list(clients.map(lambda path: answered(server.address + path), paths))


def answered(address):
    """A 404 of an archive that lacks something is an answer too."""
    try:
        return len(fetched(address))
    except HTTPError as error:
        return error.code


def workers(server):
    return children(server.pid)


def look(server, begun):
    return Look(time.monotonic() - begun, max(map(proportional_memory, workers(server))))


def needless(server):
    found = set().union(*(loaded_libraries(pid) for pid in workers(server)))
    return {name for name in found if any(word in name for word in NEVER_NEEDED)}
