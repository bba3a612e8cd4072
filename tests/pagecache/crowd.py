"""
A process among others on the tests' own database, run as a program: it publishes and reads at once, and says what its
readers got; or it commits and dies before it can apply what it changed.
"""

import json
import os
import random
import signal
import sys
import time
from pathlib import Path
from threading import Thread

READERS, READINGS = 3, 120
PUBLISHERS, PUBLICATIONS = 2, 25


class Crowd:
    """A column's name is the number of its last publication: readers know what they may get at least."""

    def __init__(self, pk):
        from tests.pagecache.reader import Reader

        self.pk, self.reader = pk, Reader()
        self.readings = self.stale = 0
        self.troubles = []

    def run(self):
        acts = [self.read] * READERS + [self.publish_often] * PUBLISHERS
        threads = [Thread(target=self.without_trouble, args=(act,)) for act in acts]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    def without_trouble(self, act):
        from django.db import connections

        try:
            act()
        except Exception as problem:
            self.troubles.append(repr(problem))
        finally:
            connections.close_all()

    def read(self):
        from articles.models import Column

        for _time in range(READINGS):
            published = int(Column.objects.values_list("name", flat=True).get(pk=self.pk))
            answer = self.reader.get(f"/columns/{self.pk}/")
            self.readings += 1
            self.stale += answer.status != 200 or int(answer.text.split()[0]) < published
            time.sleep(random.uniform(0, 0.004))

    def publish_often(self):
        for _time in range(PUBLICATIONS):
            time.sleep(random.uniform(0, 0.03))
            publish(self.pk)


def publish(pk):
    from django.db import transaction

    from articles.models import Column
    from pagecache.changing import changed

    with transaction.atomic():
        column = Column.objects.select_for_update().get(pk=pk)
        changed(("column", pk))
        Column.objects.filter(pk=pk).update(name=str(int(column.name) + 1))


def commit_and_die(pk):
    from pagecache import changing

    changing.apply_waiting = lambda: os.kill(os.getpid(), signal.SIGKILL)
    publish(pk)


def main(act, pk, settings="{}"):
    import django

    django.setup()
    from tests.pagecache.reader import kept_pages
    from tests.pagecache.rooms import RENDERED

    told = json.loads(settings)
    with kept_pages(**told | {"PAGES_ROOT": Path(told.get("PAGES_ROOT", ""))}):
        if act == "die":
            commit_and_die(pk)
        crowd = Crowd(pk)
        crowd.run()
    told = {"readings": crowd.readings, "stale": crowd.stale, "rendered": RENDERED[pk], "troubles": crowd.troubles}
    print(json.dumps(told))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), *sys.argv[3:])
