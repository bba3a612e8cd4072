"""
The whole house on loopback, as docs/OPERATIONS.md has it on many machines: PostgreSQL with a replica, Redis, two web
machines, two workers, and nginx with deploy/nginx-site.conf before them. Settings are production's.
"""

import json
import os
import subprocess
import sys
from contextlib import closing, contextmanager

from newsroom.serving import MEMORY, ROOT, web_command
from tests.faults.database import Server
from tests.faults.services import Caretaker, Service
from tests.faults.visitor import Visitor
from tests.faults.work import TABLE
from tests.servers import programs
from tests.servers.office import collected, free_port
from tests.servers.postgresql import find_binaries
from tests.servers.site import certificate, site, write
from tests.servers.workers import wait_for

SECRET = "a-secret-of-the-tests-alone-0123456789-abcdefghijklmnop"
SILENCE = 6  # seconds after which a worker is taken for dead; 60 in a house of yours


class House:
    """Its parts: `database`, `replica`, `redis`, `web` (two), `workers` (two), `nginx`; `told` is what stands in it."""

    def __init__(self, folder, **variables):
        """variables: of the environment, beside or instead of those below."""
        self.folder, self.variables = folder, variables
        self.caretaker = Caretaker()
        binaries = find_binaries()
        # PostgreSQL has an account of its own here, which finds its way to its folders.
        folder.chmod(0o711)
        self.database = Server(folder / "primary", binaries, self.caretaker)
        self.replica = Server(folder / "replica", binaries, self.caretaker)
        self.ports, self.port, self.redis_port = [free_port(), free_port()], free_port(), free_port()
        self.notes = folder / "notes"
        self.told, self.colleagues = {}, {}

    @property
    def uploads(self):
        return self.folder / "var" / "uploads"

    def has_upload(self, name):
        return (self.uploads / name).stat().st_size > 0

    @property
    def environment(self):
        """The same for all, as SECRET_KEY and the uploads' folder are on many machines."""
        return {
            **os.environ,
            **MEMORY,
            **{"NEWSROOM_ENV": "production", "SECRET_KEY": SECRET, "ALLOWED_HOSTS": "localhost"},
            **{"NEWSROOM_VAR": str(self.folder / "var"), "STATIC_ROOT": str(collected())},
            **{"DATABASE_URL": self.database.address(), "DATABASE_REPLICAS": self.replica.address()},
            **{"PAGE_CACHE": "redis", "REDIS_URL": f"redis://127.0.0.1:{self.redis_port}/0"},
            **{"DJANGO_SETTINGS_MODULE": "newsroom.settings"},
            **self.variables,
        }

    def open(self, template=None):
        """template: the address of a migrated database, to be copied; without it the migrations run."""
        for name in ("var", "cache"):
            (self.folder / name).mkdir()
        self.redis = self.serve("redis", self.redis_command())
        self.database.create()
        self.furnish(template)
        self.replica.copy(self.database)
        self.web = [
            self.serve(f"web-{port}", self.web_command(port), METRICS_DIR=f"{self.folder}/metrics-{port}")
            for port in self.ports
        ]
        self.workers = [self.serve(f"worker-{number}", self.worker_command()) for number in (1, 2)]
        self.nginx = self.serve("nginx", self.nginx_command())
        wait_for(self.is_ready, 120)
        self.warm_up()

    def warm_up(self):
        """A paper that has been read: its pages are kept. Colleagues have signed in."""
        with closing(Visitor(self)) as reader:
            for _time in range(2):
                for address in (*self.told["addresses"], *(f"/articles/{story}/" for story in self.told["stories"])):
                    assert reader.ask(address).status == 200, address
        for colleague in (("chief", 0), ("chief", 1), ("photographer", 0)):
            self.colleague(*colleague)

    def said_by_nginx(self):
        """How often it has served a page that it had kept, since nobody gave it a new one."""
        return (self.folder / "newsroom.log").read_text().count('"cache":"STALE"')

    def furnish(self, template):
        self.database.ask_of("postgres", "CREATE DATABASE newsroom")
        if template:
            dump(template, self.database)
        else:
            self.run("manage.py", "migrate", "--verbosity=0")
        self.told = json.loads(self.run("-m", "tests.faults.furnishing"))
        self.database.ask(TABLE)

    def run(self, *arguments):
        """A command of the newsroom's to its end; what it says."""
        command = [sys.executable, *arguments]
        environment = self.environment | {"DATABASE_REPLICAS": "", "LOG_LEVEL": "WARNING"}
        return subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout

    def serve(self, name, command, **environment):
        service = Service(name, [str(part) for part in command], self.environment | environment, self.folder)
        return self.caretaker.take(service)

    def redis_command(self):
        options = ["--bind", "127.0.0.1", "--dir", self.folder, "--save", "", "--appendonly", "no"]
        return [programs.find("redis-server"), "--port", self.redis_port, *options]

    def web_command(self, port):
        return web_command("127.0.0.1", port, 2, 4)

    def worker_command(self):
        return [sys.executable, "-m", "tests.faults.work", self.notes, SILENCE]

    def nginx_command(self):
        certificate(self.folder)
        inside = site(self.folder, self.port, *self.ports)
        return [programs.find("nginx"), "-p", self.folder, "-e", "error.log", "-c", write(self.folder, inside)]

    def is_ready(self):
        return all(Visitor(self, port).is_ready() for port in self.ports)

    def colleague(self, username, number):
        """A browser that has signed in once, and stays so."""
        if (username, number) not in self.colleagues:
            self.colleagues[username, number] = Visitor(self)
            self.colleagues[username, number].sign_in(username)
        return self.colleagues[username, number]

    def close(self):
        for colleague in self.colleagues.values():
            colleague.close()
        self.caretaker.go()
        for server in (self.replica, self.database):
            server.end()


def dump(address, server):
    """One database into another's, by PostgreSQL's own tools."""
    made = subprocess.run([server.binaries / "pg_dump", "--no-owner", address], check=True, stdout=subprocess.PIPE)
    read = [server.binaries / "psql", "--quiet", "--no-psqlrc", "--set", "ON_ERROR_STOP=1", server.address()]
    subprocess.run(read, check=True, input=made.stdout, stdout=subprocess.DEVNULL)


@contextmanager
def open_house(template=None, **variables):
    """All its processes end with it, also where it did not open."""
    with programs.temporary_folder("house") as folder:
        house = House(folder, **variables)
        try:
            house.open(template)
            yield house
        finally:
            house.close()
