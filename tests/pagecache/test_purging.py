import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from django.db import transaction
from django.test import TestCase, override_settings
from django.utils import timezone

from desk.job_runner import JobRunner
from desk.models import Job
from pagecache import purging
from pagecache.applying import apply_waiting
from pagecache.changing import changed
from pagecache.surrogates import key_of, keys_of
from tests.pagecache.reader import kept_pages
from tests.servers.office import free_port


class Cache(BaseHTTPRequestHandler):
    """Answers as its server was told, and notes the keys that it was sent."""

    def do_PURGE(self):
        self.server.told.append(self.headers["Surrogate-Key"].split())
        self.send_response(self.server.status)
        self.send_header("Location", "/elsewhere")
        self.end_headers()

    def log_message(self, *said):
        pass


class PurgingTests(TestCase):
    def setUp(self):
        purging.silent_until.clear()
        self.cache = ThreadingHTTPServer(("127.0.0.1", 0), Cache)
        self.cache.told, self.cache.status = [], 200
        threading.Thread(target=self.cache.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        self.addCleanup(self.cache.server_close)
        self.addCleanup(self.cache.shutdown)
        self.address = f"http://127.0.0.1:{self.cache.server_port}/"
        self.enterContext(kept_pages())
        self.enterContext(override_settings(PAGE_CACHE_PURGE=[self.address]))

    def change(self, *pairs):
        with transaction.atomic():
            changed(*pairs)
        apply_waiting()

    def work(self):
        JobRunner("tests", silence=60).run_due()

    def let_come(self):
        """The hour of what is planned has come."""
        Job.objects.open().update(due_at=timezone.now())
        self.work()

    def test_says_the_keys_of_what_changed_twice(self):
        self.change(("article", 12), ("list", "region:330681"))

        self.work()
        self.let_come()

        keys = keys_of(["article:12", "list:region:330681"])
        self.assertEqual(self.cache.told, [keys, keys])
        self.assertFalse(Job.objects.open().exists())

    def test_says_for_the_second_time_all_at_once(self):
        for pk in range(3):
            self.change(("article", pk))
        self.work()
        self.cache.told.clear()

        self.let_come()

        told = {key for keys in self.cache.told for key in keys}
        self.assertEqual(told, {key_of(f"article:{pk}") for pk in range(3)})
        self.assertLessEqual(len(self.cache.told), 2)  # the half minute may have ended in between

    def test_says_many_keys_in_several_requests(self):
        self.change(*(("article", pk) for pk in range(purging.AT_ONCE + 1)))

        self.work()

        self.assertEqual([len(keys) for keys in self.cache.told], [purging.AT_ONCE, 1])

    def test_is_planned_with_the_number_or_not_at_all(self):
        with self.assertRaises(ZeroDivisionError), transaction.atomic():
            changed(("article", 12))
            apply_waiting()
            raise ZeroDivisionError

        self.assertFalse(Job.objects.exists())

    def test_is_tried_again_soon_and_not_given_up(self):
        self.cache.status = 503
        self.change(("article", 12))
        self.work()

        job = Job.objects.open().get()
        self.assertEqual(job.error, "NotPurged: 503 Service Unavailable")
        self.assertLess((job.due_at - timezone.now()).total_seconds(), 61)
        job.tries = 9_000
        job.save()
        self.cache.status = 200
        self.let_come()
        job.refresh_from_db()
        self.assertIsNotNone(job.done_at)

    def test_follows_nobody_elsewhere(self):
        self.cache.status = 302
        self.change(("article", 12))

        self.work()

        self.assertEqual(len(self.cache.told), 1)
        self.assertEqual(Job.objects.open().get().error, "NotPurged: 302 Found")

    def test_asks_one_that_was_silent_only_now_and_then(self):
        away = f"http://127.0.0.1:{free_port()}/"
        with override_settings(PAGE_CACHE_PURGE=[away]):
            self.change(("article", 1))
            self.change(("article", 2))
            self.work()

        errors = Job.objects.open().values_list("error", flat=True)
        self.assertEqual(sorted("refused" in error for error in errors), [False, True])
