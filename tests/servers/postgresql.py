"""A PostgreSQL server for the length of one run of the tests, from the binaries on this machine."""

import contextlib
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

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
    # The name of a socket has room for about a hundred characters: TMPDIR may be too long.
    folder = Path(tempfile.mkdtemp(prefix="newsroom-pg-", dir="/tmp"))
    account = servant()
    if account:
        os.chown(folder, account["user"], account["group"])
    try:
        create(binaries, folder, account)
        server = start(binaries, folder, account)
        try:
            wait_until_ready(binaries, folder, server)
            yield f"postgres://newsroom@{str(folder).replace('/', '%2F')}/postgres"
        finally:
            server.send_signal(signal.SIGINT)  # SIGTERM would wait for clients that are still connected
            server.wait(30)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


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


def start(binaries, folder, account):
    options = [part for name, value in OPTIONS.items() for part in ("-c", f"{name}={value}")]
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
