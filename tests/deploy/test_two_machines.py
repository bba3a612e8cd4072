"""
Two web machines and one for the worker, each with a folder of its own: what they have in common are the database, Redis
and a bucket. A colleague's requests go to one and the other by turns.
"""

import contextlib
import os
import secrets
import subprocess
import sys
import tempfile
from pathlib import Path

from django.db import connection
from django.test import TransactionTestCase
from django_tasks_db.models import DBTaskResult

from newsroom.serving import ROOT, web_command
from tests.servers import programs, redis
from tests.servers.bucket import KEYS, temporary_bucket
from tests.servers.colleague import ask
from tests.servers.day import FURNISH, Day
from tests.servers.office import collected, free_port
from tests.servers.workers import address_of_tests, wait_for


class Machine:
    def __init__(self, folder, name, common):
        self.var = folder / name
        self.var.mkdir()
        self.environment = {**os.environ, **common, "NEWSROOM_VAR": str(self.var)}

    def start(self, command):
        with (self.var.parent / f"{self.var.name}.log").open("w") as said:
            self.process = subprocess.Popen(command, cwd=ROOT, env=self.environment, stdout=said, stderr=said)
        return self.process

    def files(self):
        """What is left on its own disk, but for its counters."""
        return {path.name for path in self.var.rglob("*") if path.is_file() and "metrics" not in path.parts}


class TwoMachinesTests(TransactionTestCase):
    def setUp(self):
        if connection.vendor != "postgresql":
            self.skipTest("Several machines share a PostgreSQL.")
        programs.demand(redis.NAME, "the tests of several machines")
        self.folder = Path(self.enterContext(tempfile.TemporaryDirectory(prefix="newsroom-machines-", dir="/tmp")))
        common = self.common()
        self.machines = [Machine(self.folder, name, common) for name in ("one", "other", "worker")]
        self.run_on(self.machines[0], "prove_storage", "--make")
        with self.settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.ScryptPasswordHasher"]):
            exec(FURNISH)
        self.ports = [free_port(), free_port()]
        commands = [web_command("127.0.0.1", port, 1, 4) for port in self.ports]
        for machine, command in zip(self.machines, [*commands, [sys.executable, "manage.py", "work"]], strict=True):
            self.addCleanup(programs.stop, machine.start(command))
        for port in self.ports:
            wait_for(lambda port=port: is_there(port), 120)

    def common(self):
        cache, port = self.enterContext(redis.temporary_redis()), self.enterContext(temporary_bucket())
        return {
            **{"NEWSROOM_ENV": "production", "SECRET_KEY": secrets.token_urlsafe(50), "ALLOWED_HOSTS": "localhost"},
            **{"DATABASE_URL": address_of_tests(), "DJANGO_SETTINGS_MODULE": "newsroom.settings"},
            **{"PAGE_CACHE": "redis", "REDIS_URL": cache.url, "STATIC_ROOT": str(collected())},
            **{"STORAGE_BUCKET": "news", "STORAGE_ENDPOINT": f"http://127.0.0.1:{port}", **KEYS},
        }

    def run_on(self, machine, *arguments):
        command = [sys.executable, "manage.py", *arguments]
        subprocess.run(command, cwd=ROOT, env=machine.environment, check=True, capture_output=True)

    def test_serve_one_colleague_by_turns(self):
        Day(self.ports).run()
        done = DBTaskResult.objects.filter(status="SUCCESSFUL")

        wait_for(done.exists)
        self.assertEqual([machine.files() for machine in self.machines], [set(), set(), set()])


def is_there(port):
    with contextlib.suppress(OSError):
        return ask(port, "/healthz/ready")[0].status == 200
