"""What each part of the house takes: processor time and memory, as the kernel tells it."""

import threading
import time

from newsroom.benchmark.served.processes import family, fields, proportional_memory

USER, SYSTEM, OF_ENDED_USER, OF_ENDED_SYSTEM = 11, 12, 13, 14
TICKS = 100


def spent(pid):
    """Seconds of the process and all below it, those that have ended included."""
    total = 0
    for one in there(pid):
        try:
            parts = fields(one)
        except OSError:  # it has just ended
            continue
        total += sum(int(parts[at]) for at in (USER, SYSTEM, OF_ENDED_USER, OF_ENDED_SYSTEM))
    return total / TICKS


def held(pid):
    """MB of all of them; what they share is counted once."""
    total = 0
    for one in there(pid):
        try:
            total += proportional_memory(one)
        except (OSError, StopIteration):
            continue
    return total


def there(pid):
    """The process and all below it; nobody where it has ended, or while one of them ends."""
    for _time in range(3):
        try:
            return family(pid)
        except OSError:
            continue
    return []


class Watch(threading.Thread):
    """A look at every part each minute, until it is stopped: [{"at": seconds, "cpu": {…}, "memory": {…}, …}]"""

    def __init__(self, parts, *, every=60, also=dict):
        super().__init__(daemon=True)
        self.parts = {name: pid for name, pid in parts.items() if pid}
        self.every, self.also, self.looks, self.ended = every, also, [], threading.Event()

    def run(self):
        self.begun = time.monotonic()
        self.look()
        while not self.ended.wait(max(0, self.begun + len(self.looks) * self.every - time.monotonic())):
            self.look()

    def stop(self):
        self.ended.set()
        self.join()
        self.look()
        return self.looks

    def look(self):
        self.looks.append(
            {
                "at": round(time.monotonic() - self.begun, 1),
                "cpu": {name: round(spent(pid), 2) for name, pid in self.parts.items()},
                "memory": {name: round(held(pid), 1) for name, pid in self.parts.items()},
                **self.also(),
            }
        )
