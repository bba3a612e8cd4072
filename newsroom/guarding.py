"""
Who ends the web server and the worker when the process that started them is killed, and can end nothing itself.

A small process of its own reads from a pipe whom it watches over. The pipe breaks when the starting process ends,
however it ends: then all are asked to stop, and are killed if they do not. It takes pipes and sessions, no more.
"""

import contextlib
import os
import signal
import subprocess
import sys
import time

SECONDS_TO_STOP = 20
DISMISSED = "dismissed"


class Guard:
    def __init__(self):
        # Without the site's packages it takes a tenth of the memory. Its own session: Ctrl-C is not for it.
        self.process = subprocess.Popen(  # noqa: S603
            [sys.executable, "-ISE", __file__], stdin=subprocess.PIPE, start_new_session=True, text=True
        )

    def watch_over(self, process):
        """process: the leader of a session of its own, that ends with all it has started."""
        self._tell(process.pid)

    def dismiss(self):
        """All have ended; their numbers may soon belong to others."""
        self._tell(DISMISSED)
        with contextlib.suppress(BrokenPipeError):
            self.process.stdin.close()
        self.process.wait()

    def _tell(self, word):
        with contextlib.suppress(BrokenPipeError):
            print(word, file=self.process.stdin, flush=True)


def guard(lines):
    words = [line.strip() for line in lines]  # until the pipe breaks
    if DISMISSED in words:
        return
    groups = [int(word) for word in words]
    send(signal.SIGTERM, groups)
    end = time.monotonic() + SECONDS_TO_STOP
    while groups and time.monotonic() < end:
        time.sleep(0.2)
        groups = send(0, groups)
    send(signal.SIGKILL, groups)


def send(number, groups):
    """Returns those that still have anybody in them."""
    found = []
    for group in groups:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(group, number)
            found.append(group)
    return found


if __name__ == "__main__":
    guard(sys.stdin)
