"""A Redis of the tests' own, which can be stopped and started again with what it knew or without."""

import contextlib

from tests.servers import programs
from tests.servers.office import free_port

NAME = "redis-server"


class Redis:
    def __init__(self, folder):
        self.folder, self.port, self.process = folder, free_port(), None

    @property
    def url(self):
        return f"redis://127.0.0.1:{self.port}/0"

    def start(self):
        command = [programs.find(NAME), "--port", str(self.port), "--bind", "127.0.0.1", "--dir", str(self.folder)]
        self.process = programs.start([*command, "--save", "", "--appendonly", "no"], self.folder, self.port)

    def stop(self):
        """What it knows is gone, unless somebody told it to save."""
        programs.stop(self.process)


@contextlib.contextmanager
def temporary_redis():
    with programs.temporary_folder("redis") as folder, programs.running(Redis(folder)) as redis:
        yield redis
