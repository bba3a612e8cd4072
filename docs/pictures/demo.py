"""A demo of its own for the camera: on a free port, in a folder that goes with it."""

import os
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parent.parent.parent
MOST_SECONDS = 600


@contextmanager
def running_demo():
    """(address, folder of the demo's data), with the sample loaded and its pictures made."""
    with tempfile.TemporaryDirectory(prefix="newsroom-pictures-") as folder:
        address = f"http://127.0.0.1:{free_port()}"
        command = [sys.executable, "manage.py", "demo", "--port", address.rpartition(":")[2]]
        with open(Path(folder) / "demo.log", "w") as log:
            demo = subprocess.Popen(  # noqa: S603 - our own command
                command, cwd=ROOT, env=os.environ | {"NEWSROOM_VAR": folder}, stdout=log, stderr=log
            )
            try:
                wait_for(address, demo)
                yield address, Path(folder)
            finally:
                demo.terminate()
                demo.wait(timeout=60)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(address, demo):
    deadline = time.monotonic() + MOST_SECONDS
    while time.monotonic() < deadline:
        if demo.poll() is not None:
            raise SystemExit("The demo ended before it answered.")
        if answers(address):
            time.sleep(20)  # the worker makes the sample's pictures in all their sizes
            return
        time.sleep(1)
    raise SystemExit("The demo did not answer.")


def answers(address):
    try:
        with urlopen(f"{address}/healthz", timeout=2):  # noqa: S310 - our own address
            return True
    except OSError:
        return False
