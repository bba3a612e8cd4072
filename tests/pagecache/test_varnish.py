"""A real Varnish with the newsroom's VCL, which is told what to forget."""

import time
from unittest import mock

from django.conf import settings
from django.db import transaction
from django.test import TransactionTestCase, override_settings
from django.utils import timezone

from articles.models import Column
from desk.job_runner import JobRunner
from desk.models import Job, Paper
from pagecache import purging
from pagecache.applying import apply_waiting
from pagecache.changing import changed
from tests.pagecache.houses import ask, open_house
from tests.pagecache.reader import kept_pages
from tests.pagecache.rooms import HELD_UP, RENDERED
from tests.servers import programs
from tests.servers.nginx import configuration
from tests.servers.varnish import NAME, Varnish, temporary_varnish


class VarnishTestCase(TransactionTestCase):
    @classmethod
    def setUpClass(cls):
        programs.demand(NAME, "the tests before a real Varnish")
        super().setUpClass()

    def setUp(self):
        purging.silent_until.clear()
        RENDERED.clear()
        Paper.current()
        self.column = Column.objects.create(name="团结奋斗", slug="unity")
        self.address = f"/columns/{self.column.pk}/"
        self.enterContext(kept_pages(PAGE_CACHE_PURGE=[]))
        # Where Varnish stands is known before it stands there.
        self.house = self.enterContext(open_house())
        self.vcl = configuration("varnish.vcl", {'"8000"': f'"{self.house.server_port}"'})
        self.varnish = self.enterContext(temporary_varnish(self.vcl))
        self.enterContext(override_settings(PAGE_CACHE_PURGE=[self.varnish.url]))
        apply_waiting()
        self.purge()

    def ask(self, address=None, method="GET", **headers):
        return ask(self.varnish.port, address or self.address, method, **headers)

    def rename(self, name, pk=None):
        with transaction.atomic():
            Column.objects.filter(pk=pk or self.column.pk).update(name=name)
            changed(("column", pk or self.column.pk))

    def purge(self):
        JobRunner("tests", silence=60).run_due()

    def asked(self):
        asked, self.house.asked[:] = [path for path in self.house.asked if path != "/healthz/live"], []
        return asked


class VarnishTests(VarnishTestCase):
    def test_keeps_a_page_and_tells_readers_nothing_of_keys(self):
        answers = [self.ask(), self.ask()]

        self.assertEqual([answer.text[:4] for answer in answers], ["团结奋斗"] * 2)
        self.assertEqual(self.asked(), [self.address])
        told = set(answers[1].headers)
        self.assertEqual(told & {"surrogate-key", "surrogate-control", "xkey", "x-varnish", "via"}, set())
        self.assertEqual(answers[1].headers["cache-control"], "public, no-cache")

    def test_forgets_what_changed_and_nothing_else(self):
        other = Column.objects.create(name="劳动者", slug="labour")
        apply_waiting()
        self.purge()
        addresses = [self.address, f"/columns/{other.pk}/", "/both/"]
        for address in addresses:
            self.ask(address)
        self.asked()

        self.rename("枫桥经验")
        self.purge()

        self.assertEqual([self.ask(address).text[:3] for address in addresses], ["枫桥经", "劳动者", "枫桥经"])
        self.assertEqual(self.asked(), [self.address, "/both/"])

    def test_what_was_on_its_way_while_it_was_purged_goes_with_the_second_purge(self):
        stale = self.ask()
        self.rename("枫桥经验")
        with mock.patch.object(purging, "send"):  # the first purge came before the old page was put down
            self.purge()
        self.assertEqual(self.ask().text, stale.text)

        Job.objects.filter(kind="purge").update(due_at=timezone.now())
        self.purge()

        self.assertEqual(self.ask().text[:4], "枫桥经验")

    def test_one_that_was_away_is_told_when_it_is_back(self):
        self.ask()
        port = self.varnish.port
        self.varnish.stop()
        self.rename("枫桥经验")
        self.purge()
        job = Job.objects.open().get(kind="purge")
        self.assertIn("NotPurged", job.error)

        again = Varnish(self.varnish.folder, self.vcl)
        again.port = port
        again.start()
        self.addCleanup(again.stop)
        purging.silent_until.clear()
        job.put_off(timezone.now(), "")
        Job.objects.filter(pk=job.pk).update(due_at=timezone.now())
        self.purge()

        job.refresh_from_db()
        self.assertIsNotNone(job.done_at)

    def test_whoever_is_signed_in_passes_and_so_does_what_is_no_page(self):
        self.ask()
        self.asked()

        self.ask(cookie="sessionid=abc")
        self.ask(method="POST", body=b"a=1")
        for _reader in range(2):
            self.ask("/private/")
            self.ask("/cookie/")

        self.assertEqual(self.asked(), [self.address] * 2 + ["/private/", "/cookie/"] * 2)

    def test_cookies_and_words_that_only_count_ask_nobody(self):
        self.ask()
        self.asked()

        self.ask(cookie="visits=7")
        self.ask(f"{self.address}?utm_source=a&utm_medium=b")

        self.assertEqual(self.asked(), [])

    def test_whoever_comes_through_another_server_purges_nothing(self):
        self.ask()

        answer = self.ask(method="PURGE", surrogate_key=" ".join(self.keys()), x_forwarded_for="203.0.113.7")

        self.assertEqual(answer.status, 405)
        self.asked()
        self.ask()
        self.assertEqual(self.asked(), [])

    def keys(self):
        page = ask(self.house.server_port, self.address)
        return page.headers["surrogate-key"].split()

    def test_a_page_that_outlives_its_age_is_served_while_nobody_answers_and_one_of_the_clock_is_not(self):
        self.assertIn("stale-if-error", ask(self.house.server_port, self.address).headers["surrogate-control"])

        changed(("column", self.column.pk), at=timezone.now() + timezone.timedelta(minutes=5))
        apply_waiting()

        told = ask(self.house.server_port, self.address).headers["surrogate-control"]
        seconds = int(told.removeprefix("max-age="))
        self.assertTrue(0 < seconds <= 300, told)

    def test_the_last_page_is_served_while_the_newsroom_answers_that_it_failed(self):
        self.enterContext(override_settings(PAGE_CACHE_SECONDS=2))
        self.ask()
        self.asked()
        self.break_down()
        time.sleep(2)  # after which nobody keeps it any longer

        answers = [self.ask() for _reader in range(2)]

        self.assertEqual({(answer.status, answer.text[:4]) for answer in answers}, {(200, "团结奋斗")})
        self.assertIn(self.address, self.asked())

    def test_a_failure_without_a_page_before_it_is_told_as_it_is_and_asked_for_once(self):
        self.break_down()

        for headers in ({}, {"cookie": "sessionid=abc"}):
            answer = self.ask(if_none_match='"x"', **headers)
            self.assertEqual((answer.status, self.asked()), (500, [self.address]))

    def break_down(self):
        def failed(pk):
            raise RuntimeError("The presses stand still.")

        HELD_UP.append(failed)
        self.addCleanup(HELD_UP.clear)

    def test_one_that_the_settings_do_not_name_any_more_is_not_asked(self):
        self.rename("枫桥经验")

        with override_settings(PAGE_CACHE_PURGE=[]), mock.patch.object(purging, "send") as send:
            self.purge()

        send.assert_not_called()
        self.assertEqual(settings.PAGE_CACHE_PURGE, [self.varnish.url])
