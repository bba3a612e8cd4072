"""One page from several servers in turns: how much processor time a request takes in all of a server's processes."""

from contextlib import ExitStack
from dataclasses import dataclass
from statistics import median

from newsroom.benchmark.served.load import load
from newsroom.benchmark.served.nginx import FILES, is_there, kept_files, static_file
from newsroom.benchmark.served.servers import fetched, newsroom

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
    """The last of the results is nginx, where it is installed."""
    with ExitStack() as running:
        servers = [running.enter_context(kept_files(path) if mode == FILES else newsroom(mode, path)) for mode in modes]
        if is_there():
            servers.append(running.enter_context(static_file(path, fetched(servers[0].address))))
        for server in servers:
            load(server.address, seconds=WARM_SECONDS)
        found = [[round_of(server, seconds) for server in servers] for _round in range(rounds)]
    has_file = len(servers) > len(modes)
    return [
        result(server.name, of_server, has_file and list(zip(*found, strict=True))[-1])
        for server, of_server in zip(servers, zip(*found, strict=True), strict=True)
    ]


def round_of(server, seconds):
    """(milliseconds of processor time a request, requests)"""
    before = server.processor_seconds()
    requests = load(server.address, seconds=seconds)
    return (server.processor_seconds() - before) * 1000 / requests, requests


def result(name, rounds, of_file):
    ratios = [mine[0] / file[0] for mine, file in zip(rounds, of_file or (), strict=False) if file[0]]
    return Served(
        name=name,
        cpu=median(cpu for cpu, _requests in rounds),
        ratio=median(ratios) if ratios else None,
        requests=sum(requests for _cpu, requests in rounds),
    )
