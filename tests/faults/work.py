"""
A worker of the house, run as a program: the newsroom's own with all its duties, and two kinds of jobs more. One is done
inside its transaction and leaves a row, the other outside and leaves lines in a file.
"""

import os
import signal
import sys
import time
from pathlib import Path

import django

INSIDE, OUTSIDE = "proof-inside", "proof-outside"
TABLE = "CREATE TABLE proof_of_work (number integer, worker integer)"


def enter(notes):
    from django.db import connection

    from desk import jobs

    def say(word, number):
        line = f"{word} {number} {os.getpid()}\n".encode()
        with notes.open("ab", buffering=0) as file:
            file.write(line)

    @jobs.kind(INSIDE, inside=True)
    def inside(details):
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO proof_of_work VALUES (%s, %s)", [details["number"], os.getpid()])
        say("begun", details["number"])
        time.sleep(details.get("seconds", 0))

    @jobs.kind(OUTSIDE)
    def outside(details):
        say("begun", details["number"])
        time.sleep(details.get("seconds", 0))
        say("done", details["number"])


def main(notes, silence):
    django.setup()
    from desk.worker import Worker

    enter(Path(notes))
    worker = Worker(silence=float(silence))
    signal.signal(signal.SIGTERM, lambda received, frame: worker.stop())
    worker.run()


if __name__ == "__main__":
    main(*sys.argv[1:])
