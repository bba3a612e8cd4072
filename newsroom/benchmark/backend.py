"""The database's share: SQLite works in our own process, a PostgreSQL server on this machine in one beside it."""

from functools import cache
from pathlib import Path

from django.db import connection


def processor_time_of_backend():
    """Milliseconds so far; nothing where it is no process of this machine."""
    path = schedule_of_backend()
    try:
        return int(path.read_text().split()[0]) / 1_000_000 if path else 0.0
    except OSError:
        return 0.0


def schedule_of_backend():
    if connection.vendor != "postgresql":
        return None
    connection.ensure_connection()
    return schedule_of(connection.connection.info.backend_pid)


@cache
def schedule_of(pid):
    path = Path(f"/proc/{pid}/schedstat")
    is_postgres = path.exists() and b"postgres" in Path(f"/proc/{pid}/cmdline").read_bytes()
    return path if is_postgres else None
