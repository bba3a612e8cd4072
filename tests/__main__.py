"""The whole suite on both databases, side by side: python -m tests [arguments of pytest]

What SQLite says is shown as it comes, what PostgreSQL says when it is done. What asks no database runs on SQLite alone,
what is looked at with a browser on PostgreSQL, which is the stricter one. ON=sqlite or
ON=postgresql runs one of them, whole.

TEST_DATABASE_URL or DATABASE_URL names a PostgreSQL server; without them one is started from the binaries on the
machine, and taken away again. REQUIRE_ALL=1 makes what is missing a failure.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.report import Half, not_run, read_report
from tests.servers.postgresql import find_binaries, temporary_server

ROOT = Path(__file__).resolve().parent.parent


def main(arguments):
    on = os.environ.get("ON") or "sqlite,postgresql"
    halves = both_halves(arguments) if on == "sqlite,postgresql" else [HALVES[on](arguments)]
    print("\n" + "\n".join(line for half in halves for line in half.lines()))
    return max(half.status for half in halves)


def both_halves(arguments):
    beside = bool(server_given() or find_binaries())
    with ThreadPoolExecutor() as both, tempfile.TemporaryFile() as kept:
        running = [
            both.submit(run_on_sqlite, arguments, leave_out="browser" if beside else ""),
            both.submit(run_on_postgresql, arguments, kept, leave_out="no database"),
        ]
        halves = [half.result() for half in running]
        kept.seek(0)
        shutil.copyfileobj(kept, sys.stdout.buffer)
    return halves


def run_on_sqlite(arguments, **options):
    return run("SQLite", "", arguments, **options)


def run_on_postgresql(arguments, output=None, **options):
    if given := server_given():
        return run("PostgreSQL", given, arguments, output, **options)
    binaries = find_binaries()
    if not binaries:
        return not_run("PostgreSQL", "no initdb and postgres on this machine")
    with temporary_server(binaries) as url:
        return run("PostgreSQL", url, arguments, output, **options)


HALVES = {"sqlite": run_on_sqlite, "postgresql": run_on_postgresql}


def server_given():
    return next(filter(is_postgresql, map(os.environ.get, ["TEST_DATABASE_URL", "DATABASE_URL"])), None)


def is_postgresql(url):
    return bool(url) and url.startswith(("postgres://", "postgresql://"))


def run(name, url, arguments, output=None, leave_out=""):
    print(f"\n=== The tests on {name}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        ended = subprocess.run(
            [sys.executable, "-m", "pytest", *arguments],
            cwd=ROOT,
            env=os.environ | {"TEST_DATABASE_URL": url, "TEST_REPORT": str(report), "TEST_LEAVE_OUT": leave_out},
            check=False,
            stdout=output,
            stderr=output,
        )
        return Half(name, ended.returncode, *read_report(report))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
