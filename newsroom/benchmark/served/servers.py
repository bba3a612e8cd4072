"""Servers of the comparison, each on a free port of this machine and ended with the run."""

import os
import socket
import subprocess
import time
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.request import Request, urlopen

from newsroom.benchmark.served.processes import family, processor_seconds
from newsroom.guarding import Guard
from newsroom.serving import MEMORY, ROOT, answers, web_command

SECONDS_TO_START = 60
THREADS = 4


@dataclass(frozen=True)
class Server:
    name: str
    address: str  # of the page that it is asked for
    pid: int
    behind: int = 0  # another process that may be asked

    def processor_seconds(self):
        return processor_seconds(one for pid in filter(None, (self.pid, self.behind)) for one in family(pid))


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def started(command, port, env=()):
    """Gives the process once it answers; it and all it has started end with the block."""
    process = subprocess.Popen(  # noqa: S603
        command, cwd=ROOT, env={**os.environ, **dict(env)}, start_new_session=True
    )
    guard = Guard()  # for when this process is killed, and can end nothing itself
    guard.watch_over(process)
    try:
        wait_for(process, port)
        yield process
    finally:
        process.terminate()
        process.wait(30)
        guard.dismiss()


def wait_for(process, port):
    end = time.monotonic() + SECONDS_TO_START
    while not answers("127.0.0.1", port):
        if process.poll() is not None or time.monotonic() > end:
            raise RuntimeError(f"{process.args[0]} does not answer on port {port}")
        time.sleep(0.1)


@contextmanager
def newsroom(mode, path, workers=1, env=()):
    """As `serve` runs it, with PAGE_CACHE set to the mode."""
    port = free_port()
    command = web_command("127.0.0.1", port, workers, THREADS)
    with started(command, port, {**MEMORY, **dict(env), "PAGE_CACHE": mode}) as process:
        yield Server(mode, f"http://127.0.0.1:{port}{path}", process.pid)


def fetched(address):
    """The page as anybody gets it, unpacked."""
    with urlopen(Request(address, headers={"Accept-Encoding": "identity"}), timeout=30) as answer:  # noqa: S310
        return answer.read()
