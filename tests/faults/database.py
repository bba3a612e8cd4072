"""A PostgreSQL and its streaming replica, to be killed, held still, promoted and made anew."""

import contextlib
import os
import shutil
import signal
import subprocess
from pathlib import Path

import psycopg

from tests.servers import postgresql

# Nobody cuts the power here, so the disk is not waited for; but what is committed has left PostgreSQL's memory.
OPTIONS = postgresql.OPTIONS | {
    "synchronous_commit": "local",
    "wal_level": "replica",
    "max_wal_senders": "5",
    "wal_keep_size": "256MB",
    "hot_standby_feedback": "on",
    "max_connections": "100",
}


class Server:
    """One that can be reached through a socket in its folder alone."""

    Error = psycopg.Error

    def __init__(self, folder, binaries, caretaker):
        self.folder, self.binaries, self.guard = Path(folder), binaries, caretaker.guard
        self.account = postgresql.servant() | {"start_new_session": True}
        self.process = None

    def make_room(self):
        self.folder.mkdir(exist_ok=True)  # it may be a disk of its own
        if "user" in self.account:
            os.chown(self.folder, self.account["user"], self.account["group"])

    def create(self):
        self.make_room()
        postgresql.create(self.binaries, self.folder, self.account)
        self.start()

    def copy(self, other):
        """A replica of that one, made anew."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.make_room()
        copy = [self.binaries / "pg_basebackup", "--pgdata", self.folder / "data", "--write-recovery-conf", "--no-sync"]
        reached = ["--host", other.folder, "--username", "newsroom", "--checkpoint", "fast", "--wal-method", "stream"]
        subprocess.run([*copy, *reached], cwd=self.folder, check=True, stdout=subprocess.DEVNULL, **self.account)
        self.start()

    def start(self):
        self.process = postgresql.start(self.binaries, self.folder, self.account, OPTIONS)
        self.guard.watch_over(self.process)
        postgresql.wait_until_ready(self.binaries, self.folder, self.process)

    def address(self, name="newsroom"):
        return f"postgres://newsroom@{str(self.folder).replace('/', '%2F')}/{name}"

    def connect(self, name="newsroom"):
        return psycopg.connect(host=str(self.folder), user="newsroom", dbname=name, autocommit=True, connect_timeout=5)

    def ask(self, query, *values):
        return self.ask_of("newsroom", query, *values)

    def ask_of(self, name, query, *values):
        with contextlib.closing(self.connect(name)) as connection:
            said = connection.execute(query, values or None)
            return said.fetchall() if said.description else []

    def break_off(self):
        """At once, as after a crash: what is not in its log of writes is gone."""
        self.send(signal.SIGCONT)
        self.process.send_signal(signal.SIGQUIT)
        self.process.wait(30)

    def hold(self):
        """It takes connections, and answers nothing."""
        self.send(signal.SIGSTOP)

    def go_on(self):
        self.send(signal.SIGCONT)

    def promote(self):
        self.ask("SELECT pg_promote(true, 30)")

    def send(self, number):
        for process in [self.process.pid, *children_of(self.process.pid)]:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, number)

    def end(self):
        if self.process is not None and self.process.poll() is None:
            self.break_off()


def children_of(parent):
    """Each of them has a group of its own."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):  # it has ended meanwhile
            if int(stat.read_text().rpartition(")")[2].split()[1]) == parent:
                found.append(int(stat.parent.name))
    return sorted(found)
