"""So many requests of one address over kept-alive connections: by wrk where there is one, else by a small client."""

import re
import shutil
import socket
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

CONNECTIONS = 8
LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
DONE = re.compile(r"(\d+) requests in")
FAILED = re.compile(r"Non-2xx|Socket errors")


class LoadError(Exception):
    pass


def load(address, *, seconds, headers=("Accept-Encoding: gzip",)):
    """Returns how many requests were answered. Raises LoadError where one was not, or not well."""
    asking = with_wrk if shutil.which("wrk") else with_sockets
    return asking(address, seconds=seconds, headers=headers)


def with_wrk(address, *, seconds, headers):
    given = [part for header in headers for part in ("-H", header)]
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", *given, address]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603
    if FAILED.search(told):
        raise LoadError(f"{address}: {told}")
    return int(DONE.search(told)[1])


def with_sockets(address, *, seconds, headers):
    end = time.monotonic() + seconds
    with ThreadPoolExecutor(CONNECTIONS) as clients:
        return sum(clients.map(lambda _number: client(address, end, headers), range(CONNECTIONS)))


def client(address, end, headers):
    parts = urlsplit(address)
    path = parts.path + (f"?{parts.query}" if parts.query else "")
    lines = [f"GET {path} HTTP/1.1", f"Host: {parts.netloc}", *headers, "", ""]
    asked, answered = "\r\n".join(lines).encode(), 0
    with socket.create_connection((parts.hostname, parts.port or 80), timeout=30) as connection:
        while time.monotonic() < end:
            connection.sendall(asked)
            read_answer(connection, address)
            answered += 1
    return answered


def read_answer(connection, address):
    head, _blank, body = b"", b"", b""
    while not _blank:
        head += connection.recv(65536) or b"\r\n\r\n"
        before, _blank, body = head.partition(b"\r\n\r\n")
    length = LENGTH.search(before)
    if not before.startswith(b"HTTP/1.1 200") or not length:
        raise LoadError(f"{address}: {before[:200]!r}")
    missing = int(length[1]) - len(body)
    while missing > 0:
        missing -= len(connection.recv(65536))
