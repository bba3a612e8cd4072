"""A PostgreSQL server for the length of one run of the tests, from the binaries on this machine."""

import contextlib
import os
import pwd
import shutil
import signal
import subprocess
import time
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.servers import programs

DEBIAN = Path("/usr/lib/postgresql")
OPTIONS = {
    # Reached through a socket in a folder of its own: nobody else on the machine can, and no port is taken.
    "listen_addresses": "",
    # What is lost in a power cut here is not missed.
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    # Of tables that nobody has counted it expects much, and would translate a plan for longer than it runs.
    "jit": "off",
}


def find_binaries():
    """The folder with initdb and postgres, the newest first; None where there is none."""
    debian = sorted(DEBIAN.glob("*/bin"), key=lambda folder: int(folder.parent.name), reverse=True)
    on_path = shutil.which("initdb")
    for folder in [*debian, *([Path(on_path).resolve().parent] if on_path else [])]:
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return folder
    return None


def servant():
    """PostgreSQL refuses to run as root: the account to run it under then, as arguments of subprocess."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            account = pwd.getpwnam(name)
            return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
    raise RuntimeError("PostgreSQL does not run as root, and there is neither an account postgres nor nobody.")


@contextlib.contextmanager
def temporary_server(binaries):
    """Yields the DATABASE_URL of a fresh server, and takes the server away afterwards."""
    with servants_folder() as (folder, account):
        create(binaries, folder, account)
        with running(binaries, folder, account):
            yield f"postgres://newsroom@{str(folder).replace('/', '%2F')}/postgres"


@contextlib.contextmanager
def servants_folder():
    """(a folder of the account's own, the account)"""
    with programs.temporary_folder("pg") as folder:
        account = servant()
        if account:
            os.chown(folder, account["user"], account["group"])
        yield folder, account


@contextlib.contextmanager
def running(binaries, folder, account):
    server = start(binaries, folder, account)
    try:
        wait_until_ready(binaries, folder, server)
        yield server
    finally:
        server.send_signal(signal.SIGINT)  # SIGTERM would wait for clients that are still connected
        server.wait(30)


@contextlib.contextmanager
def replica_of(address, binaries):
    """Yields the DATABASE_URL of a streaming replica of a temporary_server at that address, and its process."""
    primary = Path(unquote(urlsplit(address).netloc.rpartition("@")[2]))
    with servants_folder() as (folder, account):
        copy = [binaries / "pg_basebackup", "--pgdata", folder / "data", "--write-recovery-conf", "--no-sync"]
        reached = ["--host", primary, "--username", "newsroom", "--checkpoint", "fast", "--wal-method", "stream"]
        subprocess.run([*copy, *reached], cwd=folder, check=True, stdout=subprocess.DEVNULL, **account)
        with running(binaries, folder, account) as server:
            yield address.replace(str(primary).replace("/", "%2F"), str(folder).replace("/", "%2F")), server


def create(binaries, folder, account):
    subprocess.run(
        [
            binaries / "initdb",
            *("--pgdata", folder / "data", "--username", "newsroom", "--auth", "trust"),
            *("--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync"),
        ],
        cwd=folder,
        check=True,
        stdout=subprocess.DEVNULL,
        **account,
    )


def start(binaries, folder, account, options=OPTIONS):
    options = [part for name, value in options.items() for part in ("-c", f"{name}={value}")]
    with (folder / "log").open("w") as log:
        return subprocess.Popen(
            [binaries / "postgres", "-D", folder / "data", "-k", folder, *options],
            cwd=folder,
            stdout=log,
            stderr=subprocess.STDOUT,
            **account,
        )


def wait_until_ready(binaries, folder, server):
    for _look in range(300):
        asked = subprocess.run([binaries / "pg_isready", "--quiet", "--host", folder], check=False)
        if asked.returncode == 0:
            return
        if server.poll() is not None:
            break
        time.sleep(0.1)
    raise RuntimeError(f"PostgreSQL did not start:\n{(folder / 'log').read_text()}")
