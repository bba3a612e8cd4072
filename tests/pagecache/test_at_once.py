"""Readers, publishers and processes that come between each other, on the real database."""

import json
import signal
import subprocess
from threading import Barrier, Event, Thread
from unittest.mock import patch

from django.db import connection, connections
from django.test import TransactionTestCase

from articles.models import Column
from pagecache import turns
from pagecache.applying import apply_waiting
from pagecache.models import Change, Log, Rendered, Turn
from pagecache.sweeping import apply_what_was_left
from tests.pagecache.crowd import PUBLICATIONS, PUBLISHERS, READERS, READINGS, publish
from tests.pagecache.reader import Reader, kept_pages
from tests.pagecache.rooms import HELD_UP, RENDERED
from tests.servers.workers import start_beside


class AtOnceCase(TransactionTestCase):
    def setUp(self):
        self.enterContext(kept_pages())
        RENDERED.clear()
        self.addCleanup(HELD_UP.clear)
        self.pk = Column.objects.create(name="1", slug="unity").pk
        self.reader = Reader()

    def read(self, reader=None):
        return (reader or self.reader).get(f"/columns/{self.pk}/").text.split()[0]

    def start(self, act, *arguments):
        def run():
            try:
                act(*arguments)
            finally:
                connections.close_all()

        thread = Thread(target=run)
        thread.start()
        return thread

    def beside(self, act):
        return start_beside("tests.pagecache.crowd", act, self.pk, stdout=subprocess.PIPE)


class StraddlingTests(AtOnceCase):
    """A page that was begun before a commit and is done after it."""

    def setUp(self):
        super().setUp()
        self.has_read, self.go_on = Event(), Event()
        HELD_UP.append(self.hold)

    def hold(self, pk):
        if not self.has_read.is_set():
            self.has_read.set()
            self.go_on.wait(20)

    def test_is_not_kept_when_the_change_is_applied(self):
        self.straddle()

        self.assertEqual((self.read(), self.read(Reader())), ("2", "2"))
        self.assertEqual(Rendered.objects.count(), 1)

    def test_is_not_kept_when_the_change_still_waits(self):
        with patch("pagecache.changing.apply_waiting"):
            self.straddle()

        self.assertEqual((self.read(), self.read(Reader())), ("2", "2"))
        self.assertEqual(Rendered.objects.count(), 0)

    def straddle(self):
        reading = self.start(self.read)
        self.has_read.wait(20)
        publish(self.pk)
        self.go_on.set()
        reading.join()


class StampedeTests(AtOnceCase):
    def test_one_renders_for_all(self):
        together = Barrier(6)
        HELD_UP.append(lambda pk: Event().wait(0.3))
        read = []

        def come(reader):
            together.wait()
            read.append(self.read(reader))

        threads = [self.start(come, reader) for reader in (self.reader, Reader()) for _time in range(3)]
        for thread in threads:
            thread.join()

        self.assertEqual(read, ["1"] * 6)
        self.assertEqual(RENDERED[self.pk], 1)
        self.assertEqual(Turn.objects.count(), 0)

    def test_whoever_died_at_it_holds_up_nobody_for_long(self):
        with patch("pagecache.turns.Turns.end"):
            self.read()  # and dies with its turn
        Rendered.objects.all().delete()

        with patch.object(turns, "LONGEST_WAIT", 0.1):
            self.assertEqual(self.read(Reader()), "1")


class ProcessTests(AtOnceCase):
    def test_no_reader_gets_a_page_older_than_what_was_published_before(self):
        processes = [self.beside("crowd") for _process in range(2)]
        told = [json.loads(process.communicate(timeout=120)[0]) for process in processes]

        self.assertEqual([one["troubles"] for one in told], [[], []])
        self.assertEqual([one["readings"] for one in told], [READERS * READINGS] * 2)
        self.assertEqual([one["stale"] for one in told], [0, 0])
        self.assertLess(sum(one["rendered"] for one in told), sum(one["readings"] for one in told))
        self.assertEqual(self.read(), str(1 + 2 * PUBLISHERS * PUBLICATIONS))

    def test_what_a_killed_process_changed_is_seen_and_then_applied(self):
        other = Reader()
        self.assertEqual((self.read(), self.read(other)), ("1", "1"))

        killed = self.beside("die")
        killed.communicate()

        self.assertEqual(killed.returncode, -signal.SIGKILL)
        self.assertEqual(Change.objects.filter(number=None).count(), 1)
        self.assertEqual((self.read(), self.read(other)), ("2", "2"))
        apply_what_was_left()
        self.assertEqual(Change.objects.filter(number=None).count(), 0)
        self.assertEqual(Rendered.objects.count(), 0)
        self.assertEqual((self.read(), self.read(other)), ("2", "2"))

    def test_of_two_who_apply_at_once_each_change_is_numbered_by_one(self):
        Change.objects.bulk_create([Change(names=f"column:{number}") for number in range(60)])

        threads = [self.start(apply_waiting) for _thread in range(3)]
        for thread in threads:
            thread.join()

        numbers = sorted(Change.objects.values_list("number", flat=True))
        self.assertEqual(numbers, list(range(1, 61)))
        self.assertEqual(Log.objects.get().number, 60)


class OutOfOrderTests(AtOnceCase):
    """Keys are given before the commit: a change may be seen later than one with a larger key."""

    def test_a_late_commit_is_not_overlooked(self):
        if connection.vendor == "sqlite":
            self.skipTest("SQLite has one writer at a time")
        has_written, may_commit = Event(), Event()
        other = Column.objects.create(name="1000", slug="other").pk
        slow = self.start(self.publish_slowly, has_written, may_commit)
        has_written.wait(20)
        publish(other)
        self.assertEqual(self.read(), "1")

        may_commit.set()
        slow.join()

        self.assertEqual(self.read(), "2")
        keys = Change.objects.order_by("number").values_list("pk", flat=True)
        self.assertGreater(keys[0], keys[1])

    def publish_slowly(self, has_written, may_commit):
        from django.db import transaction

        with transaction.atomic():
            publish(self.pk)
            has_written.set()
            may_commit.wait(20)
