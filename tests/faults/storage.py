"""
A house whose uploads lie in a bucket, behind a line that is cut, and whose PostgreSQL has a small disk of its own:

    python -m tests.faults.storage [SECONDS]        prints its lines of the table in docs/FAULTS.md; wants root
"""

import os
import sys
import time
from contextlib import contextmanager

import django

from tests.servers import programs
from tests.servers.bucket import KEYS, temporary_bucket
from tests.servers.cutting import Fault as Cut
from tests.servers.cutting import Line
from tests.servers.full import small_disk

MEGABYTES = 400  # for PostgreSQL


@contextmanager
def house_with_a_bucket():
    from newsroom.bucket import Bucket
    from tests.faults.house import House

    with programs.temporary_folder("house") as folder, temporary_bucket() as port, Line("127.0.0.1", port) as line:
        folder.chmod(0o711)
        (folder / "primary").mkdir()
        bucket = Bucket(bucket_name="news", endpoint_url=f"http://127.0.0.1:{port}", access_key="k", secret_key="s")
        bucket.make()
        named = {"STORAGE_BUCKET": "news", "STORAGE_ENDPOINT": f"http://127.0.0.1:{line.port}", **KEYS}
        with small_disk(folder / "primary", MEGABYTES) as disk:
            house = House(folder, **named)
            house.line, house.disk, house.has_upload = line, disk, lambda name: bucket.size(name) > 0
            try:
                house.open()
                yield house
            finally:
                house.close()


def met(*cuts):
    def act(house, seconds):
        house.line.faults[:] = cuts
        time.sleep(seconds)
        house.line.faults.clear()

    return act


def away(house, seconds):
    house.line.go_away()
    time.sleep(seconds)
    house.line.come_back()


def full(house, seconds):
    house.disk.fill()
    time.sleep(seconds)
    house.disk.make_room()
    if house.database.process.poll() is not None:  # a hand outside starts it again, as systemd would
        house.database.start()


ACTS = {
    "the line to the bucket is cut in the middle of every file": met(Cut("PUT", sent=700)),
    "the bucket takes every file, and its answer is lost": met(Cut("PUT", answered=0)),
    "the bucket is away": away,
    "the bucket answers nothing for a while": met(Cut("", answered=0, is_silent=True)),
    "PostgreSQL's disk is full": full,
}


def main(seconds):
    from tests.faults.faults import Fault
    from tests.faults.running import Length, run
    from tests.faults.table import line

    outcomes = []
    with house_with_a_bucket() as house:
        for name, act in ACTS.items():
            outcomes.append(run(house, Fault(name, act), Length(3, seconds)))
            print(line(outcomes[-1]), flush=True)
            print(*outcomes[-1].words(), sep="\n", file=sys.stderr, flush=True)
    return 0 if all(outcome.is_well for outcome in outcomes) else 1


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    sys.exit(main(float((sys.argv[1:] or ["10"])[0])))
