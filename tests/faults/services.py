"""Programs as systemd runs them: each leads a group of its own, and whoever ends is started again after a while."""

import contextlib
import os
import signal
import subprocess
import threading
import time

from newsroom.guarding import Guard
from newsroom.serving import ROOT

SECONDS_BEFORE_AGAIN = 2  # RestartSec of deploy/systemd
SECONDS_TO_STOP = 30


class Service:
    """`starts`: how often it was started."""

    def __init__(self, name, command, environment, folder):
        self.name, self.command, self.environment, self.folder = name, command, environment, folder
        self.process, self.is_wanted, self.starts, self.again_at = None, False, 0, 0.0

    def start(self):
        with (self.folder / f"{self.name}.log").open("a") as log:
            self.process = subprocess.Popen(
                self.command, cwd=ROOT, env=self.environment, stdout=log, stderr=log, start_new_session=True
            )
        self.starts, self.is_wanted = self.starts + 1, True

    @property
    def is_running(self):
        return self.process is not None and self.process.poll() is None

    def kill(self):
        """Without a word, it and all that it has started."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def signal(self, number):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, number)

    def end(self):
        """As it is asked to by whoever stops the machine."""
        self.is_wanted = False
        if not self.is_running:
            return
        self.signal(signal.SIGCONT)
        self.process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(SECONDS_TO_STOP)
        self.kill()


class Caretaker:
    """Starts again what has ended and is wanted. A guard ends all of them where the tests themselves are killed."""

    def __init__(self):
        self.services, self.guard, self.is_over = [], Guard(), threading.Event()
        self.looking = threading.Thread(target=self.look, name="caretaker", daemon=True)
        self.looking.start()

    def take(self, service):
        self.services.append(service)
        self.begin(service)
        return service

    def begin(self, service):
        service.start()
        self.guard.watch_over(service.process)

    def look(self):
        while not self.is_over.wait(0.1):
            for service in self.services:
                if service.is_wanted and not service.is_running:
                    self.begin_again(service)

    def begin_again(self, service):
        now = time.monotonic()
        if not service.again_at:
            service.again_at = now + SECONDS_BEFORE_AGAIN
            service.kill()  # what is left of its group goes with it (KillMode)
        elif now >= service.again_at:
            service.again_at = 0.0
            self.begin(service)

    def go(self):
        self.is_over.set()
        self.looking.join()
        for service in reversed(self.services):
            service.end()
        self.guard.dismiss()
