"""Servers of the tests' own: found on this machine, run in a folder of their own, ended by their number."""

import contextlib
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import unittest
from pathlib import Path


def find(name):
    """Its path; Debian keeps some where only root looks. None where there is none."""
    return shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")


def demand(name, tests):
    """Called by a class of tests before it begins: skipped where the program is missing, unless all is to be run."""
    if find(name):
        return
    if os.environ.get("REQUIRE_ALL") == "1":
        raise RuntimeError(f"{name} is not installed, and REQUIRE_ALL=1 demands it.")
    raise unittest.SkipTest(f"{name} is not installed: {tests} are skipped.")


def account():
    """Whoever runs the tests, for servers that else would change to an account of their own and read nothing here."""
    return pwd.getpwuid(os.geteuid()).pw_name


@contextlib.contextmanager
def temporary_folder(name):
    # The name of a socket has room for about a hundred characters: TMPDIR may be too long.
    folder = Path(tempfile.mkdtemp(prefix=f"newsroom-{name}-", dir="/tmp"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def start(command, folder, port):
    """The process, when it takes connections. What it says is in the file `output`."""
    with (folder / "output").open("a") as output:
        process = subprocess.Popen(command, cwd=folder, stdout=output, stderr=subprocess.STDOUT)
    for _look in range(200):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=5):
            return process
        if process.poll() is not None:
            break
        time.sleep(0.05)
    stop(process)
    raise RuntimeError(f"{command[0]} did not start:\n{(folder / 'output').read_text(errors='replace')}")


@contextlib.contextmanager
def running(server):
    """Within it the server runs: one that has `start` and then `process`."""
    server.start()
    try:
        yield server
    finally:
        stop(server.process)


def stop(process, how=signal.SIGTERM):
    if process.poll() is None:
        process.send_signal(how)
    process.wait(30)
