"""Real worker processes on the tests' own database, to be killed in the middle of their work.

Run as a program it is such a worker, with jobs that note in a folder what they do: `begun`, then they wait for a file
`go`, and then `done`.
"""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SILENCE = 2  # seconds


def start_worker(folder):
    return start_beside("tests.servers.workers", folder)


def start_beside(module, *arguments, **options):
    """A program of the tests on the tests' own database, with the newsroom's settings."""
    from django.conf import settings

    environment = {
        **os.environ,
        "DATABASE_URL": address_of_tests(),
        "NEWSROOM_VAR": str(settings.VAR_DIR),
        "NEWSROOM_ENV": "demo",
        "DJANGO_SETTINGS_MODULE": "newsroom.settings",
    }
    command = [sys.executable, "-m", module, *map(str, arguments)]
    return subprocess.Popen(command, cwd=ROOT, env=environment, **options)


def address_of_tests():
    from django.db import connection

    name = connection.settings_dict["NAME"]
    given = os.environ.get("TEST_DATABASE_URL", "")
    return f"{given.rpartition('/')[0]}/{name}" if connection.vendor == "postgresql" else f"sqlite:///{name}"


def wait_for(what, seconds=40):
    """Until it is true."""
    end = time.monotonic() + seconds
    while not (came := what()):
        if time.monotonic() > end:
            raise AssertionError("It did not come to that.")
        time.sleep(0.05)
    return came


def said(folder, word):
    """By which processes, in lines of a file."""
    path = Path(folder) / word
    return path.read_text().split() if path.exists() else []


def say(folder, word, what):
    with (Path(folder) / word).open("a") as file:
        file.write(f"{what}\n")


def work_slowly(folder):
    say(folder, "begun", os.getpid())
    wait_for((Path(folder) / "go").exists)
    say(folder, "done", os.getpid())


def main(folder):
    import django

    django.setup()
    from desk import jobs
    from desk.models import Desk
    from desk.worker import Worker

    @jobs.kind("outside")
    def outside(details):
        work_slowly(folder)
        return "done outside"

    @jobs.kind("inside", inside=True)
    def inside(details):
        Desk.objects.create(name=details["name"])
        work_slowly(folder)
        return "done inside"

    @jobs.kind("count")
    def count(details):
        say(folder, "counted", details["number"])

    worker = Worker(duties=[], silence=SILENCE)
    signal.signal(signal.SIGTERM, lambda received, frame: worker.stop())
    worker.run()


if __name__ == "__main__":
    main(sys.argv[1])
