from datetime import timedelta
from unittest.mock import patch

from django.db import transaction
from django.test import TestCase
from django.utils import timezone

from articles.models import Column
from desk.models import Paper
from pagecache.changing import changed
from pagecache.models import Rendered
from tests.pagecache.reader import Reader, kept_pages
from tests.pagecache.rooms import RENDERED


class KeptTestCase(TestCase):
    def setUp(self):
        self.enterContext(kept_pages())
        RENDERED.clear()
        self.column = Column.objects.create(name="团结奋斗", slug="unity")
        self.address = f"/columns/{self.column.pk}/"
        self.reader = Reader()

    def rename(self, name):
        with self.captureOnCommitCallbacks(execute=True), transaction.atomic():
            Column.objects.filter(pk=self.column.pk).update(name=name)
            changed(("column", self.column.pk))

    @property
    def rendered(self):
        return RENDERED[self.column.pk]


class KeptPageTests(KeptTestCase):
    def test_is_rendered_once_for_all_processes(self):
        answers = [reader.get(self.address) for reader in (self.reader, self.reader, Reader())]

        self.assertEqual([answer.text[:4] for answer in answers], ["团结奋斗"] * 3)
        self.assertEqual(self.rendered, 1)

    def test_changes_with_what_it_shows(self):
        other = Reader()
        for reader in (self.reader, other):
            reader.get(self.address)

        self.rename("枫桥经验")

        self.assertEqual([reader.get(self.address).text[:4] for reader in (self.reader, other)], ["枫桥经验"] * 2)
        self.assertEqual(self.rendered, 2)

    def test_is_not_served_while_a_change_waits_to_be_applied(self):
        self.reader.get(self.address)

        with transaction.atomic():
            Column.objects.filter(pk=self.column.pk).update(name="枫桥经验")
            changed(("column", self.column.pk))

        self.assertEqual(self.reader.get(self.address).text[:4], "枫桥经验")
        self.assertEqual(Reader().get(self.address).text[:4], "枫桥经验")

    def test_stays_when_something_else_changes(self):
        self.reader.get(self.address)

        changed(("column", self.column.pk + 1), ("article", self.column.pk))
        self.reader.get(self.address)

        self.assertEqual(self.rendered, 1)

    def test_stays_when_the_change_is_taken_back(self):
        self.reader.get(self.address)

        with self.assertRaises(ZeroDivisionError), transaction.atomic():
            changed(("column", self.column.pk))
            raise ZeroDivisionError
        self.reader.get(self.address)

        self.assertEqual(self.rendered, 1)

    def test_is_kept_when_it_says_that_a_story_is_gone(self):
        self.reader.get("/gone/")

        self.assertEqual(Reader().get("/gone/").status, 410)
        self.assertEqual(Rendered.objects.count(), 1)

    def test_changes_with_the_papers_record(self):
        self.reader.get(self.address)

        Paper.current().save()
        self.reader.get(self.address)

        self.assertEqual(self.rendered, 2)

    def test_is_not_shared_between_releases(self):
        self.reader.get(self.address)
        with patch("pagecache.front.fingerprint", return_value="next"):
            next_release = Reader()

        next_release.get(self.address)
        self.reader.get(self.address)

        self.assertEqual(self.rendered, 2)

    def test_is_another_for_another_host_scheme_or_query(self):
        self.reader.get(self.address)
        self.reader.get(self.address, host="127.0.0.1")
        self.reader.get(f"{self.address}?large=1")

        self.assertEqual(self.rendered, 3)

    def test_is_the_same_whoever_counts_where_readers_come_from(self):
        first = self.reader.get(f"{self.address}?utm_source=x&large=1&before=3&from=timeline")
        self.reader.get(f"{self.address}?before=3&large=1")

        self.assertEqual(first.text, "团结奋斗 before=3&amp;large=1 0")
        self.assertEqual(self.rendered, 1)


class ClockTests(KeptTestCase):
    def at(self, moment):
        return patch("pagecache.log.time.time", return_value=moment.timestamp())

    def test_a_page_ends_at_the_hour_that_was_said(self):
        hour = timezone.now() + timedelta(minutes=10)
        with self.captureOnCommitCallbacks(execute=True):
            changed(("column", self.column.pk), at=hour)
        self.reader.get(self.address)
        for moment, rendered in ((hour - timedelta(microseconds=10), 1), (hour, 2)):
            with self.at(moment):
                Reader().get(self.address)
                self.reader.get(self.address)

            self.assertEqual(self.rendered, rendered)

    def test_a_page_that_did_not_know_of_the_hour_goes_at_once(self):
        self.reader.get(self.address)

        changed(("column", self.column.pk), at=timezone.now() + timedelta(minutes=10))
        self.reader.get(self.address)

        self.assertEqual(self.rendered, 2)

    def test_a_page_lasts_no_longer_than_said_in_the_settings(self):
        self.reader.get(self.address)

        with self.at(timezone.now() + timedelta(hours=1, seconds=1)):
            self.reader.get(self.address)

        self.assertEqual(self.rendered, 2)

    def test_a_clock_that_is_ahead_shows_nobody_else_its_pages(self):
        with self.at(timezone.now() + timedelta(seconds=30)):
            Reader().get(self.address)

        self.reader.get(self.address)

        self.assertEqual(self.rendered, 2)
