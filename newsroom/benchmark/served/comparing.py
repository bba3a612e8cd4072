"""One page from several servers in turns: how much processor time a request takes in all of a server's processes."""

import shutil
from contextlib import ExitStack
from dataclasses import dataclass
from statistics import median

from newsroom.benchmark.served.load import load
from newsroom.benchmark.served.servers import fetched, newsroom, static_file

MODES = ["off", "database"]
WARM_SECONDS = 1


@dataclass(frozen=True)
class Served:
    """Milliseconds of processor time a request, and as a ratio to nginx with the file: the median of the rounds."""

    name: str
    cpu: float
    ratio: float | None
    requests: int


def compared(path, *, modes=MODES, rounds=5, seconds=2):
    with ExitStack() as running:
        servers = [running.enter_context(newsroom(mode, path)) for mode in modes]
        if shutil.which("nginx"):
            servers.append(running.enter_context(static_file(path, fetched(servers[0].address))))
        for server in servers:
            load(server.address, seconds=WARM_SECONDS)
        found = [[round_of(server, seconds) for server in servers] for _round in range(rounds)]
    return [result(at, server, found) for at, server in enumerate(servers)]


def round_of(server, seconds):
    """(milliseconds of processor time a request, requests)"""
    before = server.processor_seconds()
    requests = load(server.address, seconds=seconds)
    return (server.processor_seconds() - before) * 1000 / requests, requests


def result(at, server, found):
    ratios = [of_round[at][0] / of_round[-1][0] for of_round in found if of_round[-1][0]]
    has_file = len(found[0]) > 1 and server is not None and shutil.which("nginx")
    return Served(
        name=server.name,
        cpu=median(of_round[at][0] for of_round in found),
        ratio=median(ratios) if has_file and ratios else None,
        requests=sum(of_round[at][1] for of_round in found),
    )
