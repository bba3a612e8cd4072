"""The web server and the worker side by side: they start together, and when one ends the other is stopped."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

from django.utils.translation import gettext as _

from newsroom.guarding import Guard
from newsroom.limits import HEADER_SECONDS, HEADERS

ROOT = Path(__file__).resolve().parent.parent
SECONDS_TO_STOP = 20
CONNECTIONS = 256  # of one process
# glibc keeps what large pictures took (500 MB after one of 60 megapixels); told so, it gives it back (then 90 MB).
MEMORY = {"MALLOC_MMAP_THRESHOLD_": "1048576", "MALLOC_ARENA_MAX": "2"}


def is_taken(host, port):
    """Whether something else already listens there."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return True
    return False


def answers(host, port):
    """Whether the web server there answers at all, be it with an error."""
    connection = http.client.HTTPConnection(host, port, timeout=2)
    try:
        connection.request("GET", "/healthz/live")
        connection.getresponse()
    except OSError:
        return False
    finally:
        connection.close()
    return True


def web_command(host, port, workers, threads):
    return [
        *(sys.executable, "-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port)),
        *("--workers", str(workers), "--blocking-threads", str(threads), "--runtime-threads", "1"),
        *("--http1-buffer-size", str(HEADERS), "--http1-header-read-timeout", str(HEADER_SECONDS * 1000)),
        # Who has nothing to say holds a connection, and no thread. Without “--http 1” granian waits for ever to learn
        # which of the two it is to be.
        *("--http", "1", "--backpressure", str(CONNECTIONS), "--no-ws", "--log-level", "warning"),
        # Where one of its processes is killed the others go on, and it gets another.
        *("--respawn-failed-workers", "newsroom.wsgi:application"),
    ]


def worker_command():
    return [sys.executable, str(ROOT / "manage.py"), "work"]


class Company:
    """Processes that live and end together. `say` tells the person at the keyboard what happens."""

    def __init__(self, commands, say):
        self.commands = commands
        self.say = say
        self.processes = {}
        self.asked_to_stop = threading.Event()
        self.guard = None

    def run(self, is_ready=lambda: True, when_ready=lambda: None):
        """Returns the exit status: 0 when someone asked for the end, 1 when a process ended by itself."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, lambda received, frame: self.asked_to_stop.set())
        try:
            self.start()
            fallen = self.watch(is_ready, when_ready)
        finally:
            self.stop()
        return 1 if fallen else 0

    def start(self):
        self.guard = Guard()
        for name, command in self.commands.items():
            # A session of its own: Ctrl-C in the terminal reaches this process alone, which then stops them in order.
            self.processes[name] = subprocess.Popen(  # noqa: S603
                command, cwd=ROOT, env={**MEMORY, **os.environ}, start_new_session=True
            )
            self.guard.watch_over(self.processes[name])

    def watch(self, is_ready, when_ready):
        told = False
        while not self.asked_to_stop.wait(0.25):
            for name, process in self.processes.items():
                if process.poll() is not None:
                    self.say(
                        _("The %(name)s has ended by itself (exit status %(status)s): stopping the rest.")
                        % {"name": name, "status": process.returncode}
                    )
                    return True
            if not told and is_ready():
                told = True
                when_ready()
        return False

    def stop(self):
        running = [process for process in self.processes.values() if process.poll() is None]
        for process in running:
            process.terminate()
        end = time.monotonic() + SECONDS_TO_STOP
        for process in running:
            try:
                process.wait(max(0, end - time.monotonic()))
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
        if self.guard:
            self.guard.dismiss()


def serve(host, port, *, workers, threads, say):
    company = Company({_("web server"): web_command(host, port, workers, threads), _("worker"): worker_command()}, say)
    welcome = _("The newsroom is at %(address)s (for editors: %(address)sadmin/). Ctrl-C stops it.") % {
        "address": f"http://{host}:{port}/"
    }
    return company.run(
        is_ready=lambda: answers(host, port),
        when_ready=lambda: say(f"\n{welcome}"),
    )
