"""What is kept stays within its bounds, and is not trusted for longer than anybody can answer for it."""

import time
from array import array
from datetime import timedelta
from types import SimpleNamespace
from unittest.mock import patch

from django.db import Error, OperationalError
from django.test import SimpleTestCase
from django.utils import timezone

from desk.models import Paper
from pagecache import database, pages
from pagecache.applying import forget_old
from pagecache.changing import changed
from pagecache.log import Changes
from pagecache.memory import Memory
from pagecache.models import Change, Coming, Log, Rendered, Shown
from pagecache.page import WEIGHT_OF_A_PAGE, Page
from pagecache.release import fingerprint
from pagecache.sweeping import sweep
from tests.pagecache.reader import Reader, kept_pages
from tests.pagecache.test_kept_pages import KeptTestCase


def page_of_weight(weight):
    return Page(200, [], "", 0, 0, 0, array("q"), b"x" * (weight - WEIGHT_OF_A_PAGE))


class MemoryTests(SimpleTestCase):
    def test_holds_so_many_bytes_and_lets_the_longest_unused_go(self):
        memory = Memory(most=10_000)
        for key in ("old", "used", "new"):
            memory.put(key, page_of_weight(3_000), 0)
            memory.get(key)
        memory.get("old")

        memory.put("last", page_of_weight(2_400), 0)

        self.assertEqual([*memory.again, *memory.once], ["new", "old", "last"])
        self.assertEqual(memory.weight, 8_400)

    def test_a_flood_drives_out_its_like_alone(self):
        memory = Memory(most=40_000)
        for key in ("front", "story"):
            memory.put(key, page_of_weight(5_000), 0)
            memory.get(key)

        for number in range(1_000):
            memory.put(f"made up {number}", page_of_weight(5_000), 0)

        self.assertEqual(list(memory.again), ["front", "story"])
        self.assertEqual(list(memory.once), [f"made up {number}" for number in range(994, 1_000)])
        self.assertEqual((memory.weight, memory.weight_of_once), (40_000, 30_000))

    def test_what_nobody_asks_for_any_more_makes_room(self):
        memory = Memory(most=40_000)
        for number in range(100):
            memory.put(f"{number}", page_of_weight(5_000), 0)
            memory.get(f"{number}")

        self.assertEqual(list(memory.again), [f"{number}" for number in range(92, 100)])

    def test_takes_no_page_that_is_larger_than_itself(self):
        memory = Memory(most=10_000)

        memory.put("large", page_of_weight(10_001), 0)

        self.assertEqual((len(memory), memory.weight), (0, 0))

    def test_takes_no_page_found_before_something_changed(self):
        memory = Memory()
        memory.number = 2

        memory.put("late", page_of_weight(3_000), 1)

        self.assertIsNone(memory.get("late"))

    def test_pages_are_read_while_others_are_taken_out(self):
        memory = Memory()

        class Numbers(list):
            def __iter__(self):
                memory.get("first")  # as another thread may at any moment
                return super().__iter__()

        for key, number in (("first", 1), ("second", 2), ("third", 3)):
            memory.put(key, page_of_weight(3_000)._replace(numbers=Numbers([number])), 0)

        memory.apply(Changes(0, 1, [(1, {2})], set(), are_known=True))

        self.assertEqual(set(memory.once) | set(memory.again), {"first", "third"})


class TableTests(KeptTestCase):
    def addresses(self):
        return list(Rendered.objects.order_by("pk").values_list("address", flat=True))

    def read_some(self, *numbers):
        for number in numbers:
            self.reader.get(f"{self.address}?before={number}")

    def test_holds_so_many_pages_and_lets_the_oldest_go(self):
        self.read_some(1, 2, 3)

        with patch.multiple(database, MOST_PAGES=2, AT_ONCE=1):
            sweep()

        self.assertEqual([address[-1] for address in self.addresses()], ["2", "3"])
        self.assertEqual(Shown.objects.count(), 2)

    def test_lets_places_far_back_in_lists_go_first(self):
        self.reader.get(self.address)
        self.read_some(1, 2)

        with patch.multiple(database, MOST_PAGES=1, AT_ONCE=1):
            sweep()

        self.assertEqual([address[-1] for address in self.addresses()], ["?"])

    def test_holds_so_many_bytes(self):
        self.read_some(1, 2)

        with patch.multiple(database, MOST_BYTES=1, AT_ONCE=1):
            sweep()

        self.assertEqual((self.addresses(), Shown.objects.count()), ([], 0))

    def test_lets_go_what_is_no_longer_good(self):
        self.read_some(1, 2)
        Rendered.objects.filter(address__endswith="1").update(fresh_until=timezone.now())

        sweep()

        self.assertEqual([address[-1] for address in self.addresses()], ["2"])

    def test_nothing_is_found_again_that_was_kept_before_it_was_switched_off(self):
        self.reader.get(self.address)
        with kept_pages(PAGE_CACHE="off"):
            sweep()
            self.rename("枫桥经验")

        self.assertEqual(Reader().get(self.address).text[:4], "枫桥经验")


class LogTests(KeptTestCase):
    def test_forgets_what_was_applied_an_hour_ago(self):
        for minutes in (61, 59):
            self.rename(f"{minutes}")
            Change.objects.filter(number=None).update(number=1)
            last = Change.objects.order_by("-number")[:1]
            Change.objects.filter(pk__in=list(last.values_list("pk", flat=True))).update(
                made_at=timezone.now() - timedelta(minutes=minutes)
            )

        forget_old()

        self.assertEqual(list(Change.objects.values_list("number", flat=True)), [2])
        self.assertEqual(Log.objects.get().forgotten, 1)

    def test_whoever_slept_through_what_was_forgotten_starts_with_an_empty_memory(self):
        self.reader.get(self.address)
        self.rename("枫桥经验")
        Change.objects.update(made_at=timezone.now() - timedelta(hours=2))
        forget_old()

        self.assertEqual(Change.objects.count(), 0)
        self.assertEqual(self.reader.get(self.address).text[:4], "枫桥经验")

    def test_whoever_sees_the_log_go_back_starts_with_an_empty_memory(self):
        """As when a backup was brought back below a running server."""
        self.rename("第一")
        self.reader.get(self.address)
        Rendered.objects.all().delete()

        Log.objects.update(number=0)
        self.reader.get(self.address)

        self.assertEqual(self.rendered, 2)

    def test_forgets_hours_that_have_long_passed(self):
        now = timezone.now()
        for hours in (25, 23, -1):
            changed(("column", 1), at=now - timedelta(hours=hours))

        forget_old()

        self.assertEqual(Coming.objects.count(), 2)


class AwayTests(KeptTestCase):
    """The database does not answer."""

    def away(self, seconds=0):
        moment = time.monotonic() + seconds
        self.enterContext(patch("pagecache.pages.time", SimpleNamespace(monotonic=lambda: moment, time=time.time)))
        return patch.object(pages, "look", side_effect=OperationalError("gone"))

    def test_memory_answers_for_a_minute(self):
        self.reader.get(self.address)
        for seconds, rendered in ((59, 1), (61, 2)):
            with self.away(seconds):
                self.assertEqual(self.reader.get(self.address).text[:4], "团结奋斗")

            self.assertEqual(self.rendered, rendered)

    def test_it_is_not_asked_again_at_once(self):
        self.reader.get(self.address)

        with self.away() as asked:
            for _time in range(3):
                self.reader.get(self.address)

        self.assertEqual(asked.call_count, 1)

    def test_a_clock_that_is_put_back_makes_it_no_longer(self):
        self.reader.get(self.address)
        with patch.object(pages, "look", side_effect=OperationalError("gone")):
            self.reader.get(self.address)
        self.rename("枫桥经验")

        passed, an_hour_ago = time.monotonic() + 2, time.time() - 3600
        clocks = SimpleNamespace(monotonic=lambda: passed, time=lambda: an_hour_ago)
        with patch("pagecache.pages.time", clocks), patch.object(pages, "look", wraps=pages.look) as asked:
            self.assertEqual(self.reader.get(self.address).text[:4], "枫桥经验")

        self.assertNotEqual(asked.call_count, 0)

    def test_nothing_is_kept_meanwhile(self):
        with self.away():
            self.assertEqual(self.reader.get(self.address).status, 200)

        self.assertEqual(Rendered.objects.count(), 0)

    def test_a_page_that_cannot_be_put_down_is_kept_in_memory(self):
        with patch.object(database.DatabaseShelf, "put", side_effect=Error("busy")):
            for _time in range(2):
                self.reader.get(self.address)

        self.assertEqual((self.rendered, Rendered.objects.count()), (1, 0))


class ReleaseTests(SimpleTestCase):
    def test_is_the_same_for_the_same_program(self):
        self.assertEqual(fingerprint(), fingerprint())

    def test_is_another_for_other_files_or_settings(self):
        usual = fingerprint()
        with self.settings(SECURE_HSTS_SECONDS=1):
            self.assertNotEqual(fingerprint(), usual)
        with patch("pagecache.release.files", return_value=[]):
            self.assertNotEqual(fingerprint(), usual)


class PaperTests(KeptTestCase):
    def test_two_saves_at_once_are_two_papers(self):
        """Both may count up to the same version."""
        self.reader.get(self.address)

        Paper.objects.update(updated_at=timezone.now())
        self.reader.get(self.address)

        self.assertEqual(self.rendered, 2)
