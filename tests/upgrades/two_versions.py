"""
The last release and this program at once, on one database, after this program's migrations ran while the other served:
python -m tests.upgrades.two_versions [--from COMMIT] [--database postgres://…/postgres]     (make two-versions)
"""

import argparse
import contextlib
import os
import secrets
import subprocess
import sys
import tarfile
import tempfile
from urllib.parse import urlsplit, urlunsplit

from newsroom.serving import web_command
from tests.servers import programs
from tests.servers.colleague import ask
from tests.servers.day import FURNISH, Day
from tests.servers.office import ROOT, collected, free_port
from tests.upgrades.released import COMMIT


def has(commit):
    """Whether the repository is here, and goes back so far."""
    asked = ["git", "-C", str(ROOT), "cat-file", "-e", f"{commit}^{{commit}}"]
    return programs.find("git") is not None and subprocess.run(asked, capture_output=True, check=False).returncode == 0


def unpack(commit, folder):
    folder.mkdir()
    with tempfile.TemporaryFile() as archive:
        subprocess.run(["git", "-C", str(ROOT), "archive", commit], stdout=archive, check=True)
        archive.seek(0)
        with tarfile.open(fileobj=archive) as files:
            files.extractall(folder, filter="data")
    return folder


class Version:
    """A program in a folder of its own, on the database and the uploads of both."""

    def __init__(self, name, program, home, environment):
        self.name, self.program, self.home = name, program, home
        self.port = free_port()
        static = collected() if program == ROOT else home / f"static-{name}"
        self.environment = environment | {"STATIC_ROOT": str(static)}
        self.process = None

    def manage(self, *arguments):
        command = [sys.executable, "manage.py", *arguments]
        ran = subprocess.run(
            command, cwd=self.program, env=self.environment, capture_output=True, text=True, check=False
        )
        if ran.returncode:
            raise RuntimeError(f"{self.name}: {arguments[0]} failed:\n{ran.stdout}{ran.stderr}")
        return ran.stdout

    def open(self):
        if self.program != ROOT:
            self.manage("collectstatic", "--no-input", "--verbosity=0")
        folder = self.home / f"said-{self.name}"
        folder.mkdir()
        command = web_command("127.0.0.1", self.port, 1, 4)
        with (folder / "output").open("w") as output:
            self.process = subprocess.Popen(
                command, cwd=self.program, env=self.environment, stdout=output, stderr=subprocess.STDOUT
            )
        wait_until_ready(self.port)

    def close(self):
        if self.process:
            programs.stop(self.process)


def wait_until_ready(port):
    from tests.servers.workers import wait_for

    def is_ready():
        with contextlib.suppress(OSError):
            return ask(port, "/healthz")[0].status == 200

    wait_for(is_ready, 120)


def environment_in(home, database):
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith(("GRANIAN_", "TEST_"))},
        **{"NEWSROOM_ENV": "production", "SECRET_KEY": secrets.token_urlsafe(50), "ALLOWED_HOSTS": "localhost"},
        **{"NEWSROOM_VAR": str(home / "var"), "DATABASE_URL": database, "LOG_LEVEL": "WARNING"},
        **{"DJANGO_SETTINGS_MODULE": "newsroom.settings", "PAGE_CACHE": "database"},
    }


@contextlib.contextmanager
def both(commit, database="", lay=None):
    """
    The two servers, old and new. lay: called with their home, it puts a database there that is migrated already;
    without it the old program makes it, serves, and the new one migrates meanwhile.
    """
    with programs.temporary_folder("versions") as home:
        (home / "var").mkdir()
        environment = environment_in(home, database or f"sqlite:///{home}/var/newsroom.sqlite3")
        old = Version("old", unpack(commit, home / "old"), home, environment)
        new = Version("new", ROOT, home, environment)
        with contextlib.ExitStack() as closing:
            for version in (old, new):
                closing.callback(version.close)
            begin(old, new, lay, home)
            new.open()
            yield old, new


def begin(old, new, lay, home):
    if lay:
        lay(home / "var")
    else:
        old.manage("migrate", "--verbosity=0")
    old.manage("shell", "--no-imports", "-c", FURNISH)
    old.open()
    if not lay:
        new.manage("migrate", "--verbosity=0")
    new.manage("set_up")


@contextlib.contextmanager
def database_beside(server):
    """A new database on a server of PostgreSQL."""
    import psycopg

    name = f"two_versions_{secrets.token_hex(4)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        try:
            yield urlunsplit(urlsplit(server)._replace(path=f"/{name}"))
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def try_out(commit, database):
    with both(commit, database) as (old, new):
        for ports, words in [((old.port, new.port), "old, new"), ((new.port, old.port), "new, old")]:
            for sentence in Day(ports).run():
                print(f"{words}: {sentence}", flush=True)
        print(new.manage("migrate", "--check") or "Nothing is left to migrate.")


def main():
    reader = argparse.ArgumentParser(prog="tests.upgrades.two_versions")
    reader.add_argument("--from", dest="commit", default=COMMIT, help="the older version, as a commit")
    reader.add_argument("--database", help="a server of PostgreSQL; without it SQLite")
    chosen = reader.parse_args()
    if not has(chosen.commit):
        sys.exit(f"The history here does not go back to {chosen.commit}.")
    with database_beside(chosen.database) if chosen.database else contextlib.nullcontext("") as database:
        try_out(chosen.commit, database)


if __name__ == "__main__":
    main()
