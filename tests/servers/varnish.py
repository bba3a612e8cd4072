"""A Varnish of the tests' own, with the newsroom's VCL."""

import contextlib

from tests.servers import programs
from tests.servers.office import free_port

NAME = "varnishd"


class Varnish:
    def __init__(self, folder, vcl):
        self.folder, self.port, self.process = folder, free_port(), None
        (folder / "newsroom.vcl").write_text(vcl)

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}/"

    def start(self):
        command = [
            *(programs.find(NAME), "-F", "-n", self.folder / "work", "-f", self.folder / "newsroom.vcl"),
            *("-a", f"127.0.0.1:{self.port}", "-s", "malloc,32m", "-j", "none"),
            *("-p", "thread_pools=1", "-p", "thread_pool_min=5", "-p", "thread_pool_max=50"),
        ]
        self.process = programs.start([str(part) for part in command], self.folder, self.port)

    def stop(self):
        programs.stop(self.process)


@contextlib.contextmanager
def temporary_varnish(vcl):
    with programs.temporary_folder("varnish") as folder, programs.running(Varnish(folder, vcl)) as varnish:
        yield varnish
