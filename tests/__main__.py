"""The whole suite on both databases, some parts of it at a time: python -m tests [arguments of pytest]

What the first part says is shown as it comes, what the others say when they are done. What asks no database runs once,
what is looked at with a browser or is a text or a file on PostgreSQL, which is the stricter one (tests/parts.py).
The migrations run once on each database, whose copies the parts begin with (tests/template.py).
ON=sqlite or ON=postgresql runs one of them, whole.

TEST_DATABASE_URL or DATABASE_URL names a PostgreSQL server; without them one is started from the binaries on the
machine, and taken away again. REQUIRE_ALL=1 makes what is missing a failure.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tests import skimming, template
from tests.parts import POSTGRESQL, SQLITE, Part, parts_of_both
from tests.report import Half, joined, not_run, read_report, worst
from tests.servers.postgresql import find_binaries, temporary_server

ROOT = Path(__file__).resolve().parent.parent
AT_A_TIME = 4  # on two cores: each of them waits for a server, a browser or a clock now and then


def main(arguments):
    on = os.environ.get("ON") or "sqlite,postgresql"
    with postgresql(is_wanted="postgresql" in on) as url, templates(url) as folder:
        halves = halves_of(run_all(parts_on(on, url), url, arguments, folder))
    status = worst(half.status for half in halves) if halves else 0
    if "postgresql" in on and not url:
        halves.append(not_run(POSTGRESQL, "no initdb and postgres on this machine"))
    print("\n" + "\n".join(line for half in halves for line in half.lines()))
    return max(status, halves[-1].status if halves[-1].not_run else 0)


def parts_on(on, url):
    if on == "sqlite,postgresql":
        return parts_of_both(is_on_postgresql=bool(url))
    return {"sqlite": [Part(SQLITE)], "postgresql": [Part(POSTGRESQL)] if url else []}[on]


@contextmanager
def postgresql(*, is_wanted):
    """The address of a server; None where there is none to be had."""
    with ExitStack() as server:
        given, binaries = server_given(), find_binaries()
        if is_wanted and not given and binaries:
            given = server.enter_context(temporary_server(binaries))
        yield given if is_wanted else None


@contextmanager
def templates(url):
    """The folder where the parts find a migrated database; nothing of it stays on the server."""
    with tempfile.TemporaryDirectory(prefix="newsroom-templates-") as folder:
        try:
            yield folder
        finally:
            if (Path(folder) / "postgresql").exists():
                template.drop(url)


def server_given():
    return next(filter(is_postgresql, map(os.environ.get, ["TEST_DATABASE_URL", "DATABASE_URL"])), None)


def is_postgresql(url):
    return bool(url) and url.startswith(("postgres://", "postgresql://"))


def run_all(parts, url, arguments, folder):
    """Each part with what it reports, in their order; what they say stands whole, one after the other."""
    with ThreadPoolExecutor(AT_A_TIME) as running, ExitStack() as kept:
        outputs = [None if part == parts[0] else kept.enter_context(tempfile.TemporaryFile()) for part in parts]
        runs = []
        try:
            for part, output in zip(parts, outputs, strict=True):
                given = url if part.database == POSTGRESQL else ""
                runs.append(running.submit(run, part, given, arguments, folder, output))
                wait_until_read(runs[0], folder)
            return [shown(run.result(), output) for run, output in zip(runs, outputs, strict=True)]
        except BaseException:  # Ctrl-C: what has not begun does not begin
            running.shutdown(cancel_futures=True)
            raise


def wait_until_read(first, folder):
    """Until the first part knows what there is: the others find it compiled, and open only what they take from."""
    while not (first.done() or (Path(folder) / skimming.FOUND).exists()):
        time.sleep(0.1)


def run(part, url, arguments, templates, output=None):
    said = f"\n=== The tests on {part}\n"
    if output:
        output.write(said.encode())
        output.flush()
    else:
        print(said, end="", flush=True)
    asked = {"TEST_DATABASE_URL": url, "TEST_PART": part.code, "TEST_TEMPLATES": templates}
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        ended = subprocess.run(
            [sys.executable, "-m", "pytest", *arguments],
            cwd=ROOT,
            env=os.environ | asked | {"TEST_REPORT": str(report)},
            check=False,
            stdout=output,
            stderr=output,
        )
        # Who was killed has a negative one, which would be the best of all.
        status = ended.returncode if ended.returncode >= 0 else 128 - ended.returncode
        return Half(part.database, status, **read_report(report))


def shown(half, output):
    if output:
        output.seek(0)
        shutil.copyfileobj(output, sys.stdout.buffer)
        sys.stdout.flush()
    return half


def halves_of(ran):
    """SQLite and PostgreSQL, each the sum of its parts."""
    by_database = [[part for part in ran if part.name == name] for name in (SQLITE, POSTGRESQL)]
    return [joined(parts) for parts in by_database if parts]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
