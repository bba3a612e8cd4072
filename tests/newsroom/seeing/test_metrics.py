import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest import mock

from django.db import OperationalError
from django.test import SimpleTestCase, TestCase, override_settings
from django.utils import timezone

from desk.jobs import plan
from desk.models import Heartbeat, Job
from newsroom.environment import ipaddress
from newsroom.seeing import kept_pages
from tests.factories import make_published

TOKEN = "a-long-token-of-the-watchers"
AWAY = "203.0.113.7"


class DoorTests(TestCase):
    def status(self, address="127.0.0.1", **headers):
        return self.client.get("/metrics", REMOTE_ADDR=address, headers=headers).status_code

    def test_from_elsewhere_there_is_nothing(self):
        self.assertEqual(self.status(AWAY), 404)
        self.assertEqual(self.status(AWAY, Authorization="Bearer "), 404)

    @override_settings(METRICS_TOKEN=TOKEN)
    def test_the_token_opens_it_from_everywhere(self):
        self.assertEqual(self.status(AWAY, Authorization=f"Bearer {TOKEN}"), 200)
        self.assertEqual(self.status(AWAY, Authorization=f"Bearer {TOKEN}x"), 404)
        self.assertEqual(self.status(AWAY, Authorization=f"Basic {TOKEN}"), 404)
        self.assertEqual(self.status(AWAY, Authorization="Bearer 口令"), 404)

    def test_this_machine_and_the_networks_that_are_named_need_none(self):
        with override_settings(METRICS_NETWORKS=[ipaddress.ip_network("203.0.113.0/24")]):
            self.assertEqual((self.status(), self.status(AWAY), self.status("198.51.100.1")), (200, 200, 404))

    def test_readers_behind_a_proxy_of_this_machine_are_not_this_machine(self):
        self.assertEqual(self.status(**{"X-Forwarded-For": AWAY}), 404)
        self.assertEqual(self.status(**{"X-Forwarded-Proto": "https"}), 404)


class FigureTests(TestCase):
    def figures(self):
        answer = self.client.get("/metrics")
        self.assertEqual(answer["Content-Type"], "text/plain; version=0.0.4; charset=utf-8")
        return dict(line.rsplit(" ", 1) for line in answer.text.splitlines() if not line.startswith("#"))

    def test_requests_are_counted_by_route_and_never_by_address(self):
        story = make_published(headline="店口")
        before = float(self.figures().get(self.requests_of("article_page"), 0))

        self.client.get(story.get_absolute_url())
        self.client.get("/nowhere/1/")
        self.client.get("/nowhere/2/")
        figures = self.figures()

        self.assertEqual(float(figures[self.requests_of("article_page")]), before + 1)
        self.assertNotIn("nowhere", str(figures))
        self.assertIn('newsroom_request_seconds_count{route="article_page"}', figures)

    def requests_of(self, route):
        return f'newsroom_requests_total{{method="GET",route="{route}",status="2xx"}}'

    def test_how_things_stand(self):
        Heartbeat.beat("worker", at=timezone.now() - timedelta(seconds=30))
        job = plan("anything", due=timezone.now() - timedelta(minutes=5))
        plan("anything", due=timezone.now() + timedelta(days=1))
        Job.objects.filter(pk=plan("anything").pk).update(failed_at=timezone.now())

        figures = self.figures()

        self.assertEqual((figures["newsroom_jobs_waiting"], figures["newsroom_jobs_due"]), ("2.0", "1.0"))
        self.assertEqual((figures["newsroom_jobs_failed"], figures["newsroom_database_up"]), ("1.0", "1.0"))
        self.assertGreaterEqual(float(figures["newsroom_jobs_oldest_due_seconds"]), 300)
        self.assertGreaterEqual(float(figures["newsroom_worker_heartbeat_age_seconds"]), 30)
        self.assertGreater(float(figures['newsroom_disk_free_bytes{disk="media"}']), 0)
        self.assertTrue(job.pk)

    def test_a_look_is_as_dear_with_many_jobs_as_with_few(self):
        plan("anything")
        self.client.get("/metrics")
        for number, rows in enumerate([1, 3]):
            for _one in range(rows):
                plan("anything")
            with self.subTest(number=number), self.assertNumQueries(12):
                self.client.get("/metrics")

    def test_without_a_database_the_figures_of_the_processes_are_there(self):
        with mock.patch("newsroom.seeing.standing.ASKED", [mock.Mock(side_effect=OperationalError)]):
            figures = self.figures()

        self.assertEqual(figures["newsroom_database_up"], "0.0")


class CarryingTests(SimpleTestCase):
    def test_what_a_full_disk_does_not_take_is_carried_the_next_time(self):
        counted = mock.patch.object(kept_pages, "figures_of_process", return_value={"kept": 3})
        with counted, mock.patch.dict(kept_pages._carried, dict.fromkeys(kept_pages.OF_KEPT, 0)):
            with mock.patch.object(kept_pages.KEPT, "labels", side_effect=OSError(28, "No space left on device")):
                kept_pages.carry()
            with mock.patch.object(kept_pages.KEPT, "labels") as of:
                kept_pages.carry()

        self.assertEqual(of.mock_calls, [mock.call("kept"), mock.call().inc(3)])


COUNT = """
import sys
from django.conf import settings
settings.configure(METRICS_DIR=sys.argv[1])
import newsroom.seeing
import prometheus_client
from desk.tracing import Trace
from newsroom.seeing import instruments
for _one in range(int(sys.argv[2])):
    instruments.count("front_page", "GET", 200, 0.01, Trace(queries=2, seconds=0.5))
"""
ADD = """
import sys
from django.conf import settings
settings.configure(METRICS_DIR=sys.argv[1])
from newsroom.seeing import instruments
registry = instruments.all_processes()
labels = {"route": "front_page", "method": "GET", "status": "2xx"}
print(registry.get_sample_value("newsroom_requests_total", labels), registry.get_sample_value("newsroom_queries_total"))
instruments.begin_anew()
instruments.QUERIES.inc()
print(instruments.all_processes().get_sample_value("newsroom_queries_total"))
"""


class ProcessTests(SimpleTestCase):
    def test_two_processes_are_added_up_and_go_when_the_server_begins_anew(self):
        with TemporaryDirectory() as folder:
            self.run_there(COUNT, folder, "2")
            self.run_there(COUNT, folder, "3")
            files = len(list(Path(folder).glob("*.db")))

            added = self.run_there(ADD, folder)

            left = [path.name for path in Path(folder).glob("*.db")]
            self.assertEqual((added.split(), files), (["5.0", "10.0", "1.0"], 4))
            self.assertEqual(len(left), 1)  # its own

    def run_there(self, program, *said):
        done = subprocess.run([sys.executable, "-c", program, *said], capture_output=True, text=True, check=True)
        return done.stdout
