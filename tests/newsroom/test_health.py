import threading
import time
from datetime import timedelta
from unittest import mock

from django.db import OperationalError
from django.test import SimpleTestCase, TestCase
from django.utils import timezone

from desk.models import Heartbeat
from newsroom.seeing import readiness
from newsroom.seeing.aside import Aside


class HealthTests(TestCase):
    def test_says_that_all_is_well(self):
        Heartbeat.beat("worker")

        response = self.client.get("/healthz")

        self.assertEqual(response.json(), {"database": "ok", "worker": "ok"})
        self.assertIn("no-store", response.headers["Cache-Control"])

    def test_a_late_worker_is_told_but_is_no_failure(self):
        Heartbeat.beat("worker", at=timezone.now() - timedelta(minutes=5))

        response = self.client.get("/healthz")

        self.assertEqual((response.status_code, response.json()["worker"]), (200, "late"))

    def test_a_database_that_is_away_is_a_failure(self):
        with mock.patch.object(Heartbeat, "is_alive", side_effect=OperationalError("no connection")):
            Heartbeat.beat("worker")
            response = self.client.get("/healthz")

        self.assertEqual((response.status_code, response.json()["database"]), (503, "away"))

    def test_a_process_that_is_ready_names_what_is_degraded_and_why(self):
        Heartbeat.beat("worker", at=timezone.now() - timedelta(minutes=5))

        response = self.client.get("/healthz/ready")

        vital = {"database": "ok", "migrations": "ok", "storage": "ok", "static_files": "ok"}
        self.assertEqual((response.status_code, response.json()["vital"]), (200, vital))
        self.assertRegex(response.json()["degraded"]["worker"], r"^silent for 30\d seconds$")
        self.assertIn("no-store", response.headers["Cache-Control"])

    def test_without_a_worker_readers_are_sent_still(self):
        response = self.client.get("/healthz/ready")

        self.assertTrue(response.json()["ready"])
        self.assertEqual(response.json()["degraded"], {"worker": "never heard of, or stopped"})

    def test_a_migration_that_is_missing_is_a_failure(self):
        with mock.patch.object(readiness, "newest_migrations", return_value={("desk", "9999_to_come")}):
            response = self.client.get("/healthz/ready")

        self.assertEqual((response.status_code, response.json()["vital"]["migrations"]), (503, "missing"))

    def test_a_storage_that_takes_nothing_is_a_failure(self):
        with mock.patch.object(readiness, "TemporaryFile", side_effect=OSError(28, "No space left on device: /srv")):
            response = self.client.get("/healthz/ready")

        self.assertEqual((response.status_code, response.json()["vital"]["storage"]), (503, "full"))
        self.assertNotIn("/srv", response.text)


class WithoutDatabaseTests(SimpleTestCase):
    """Here each query raises, as if there were no database."""

    def test_a_living_process_says_so(self):
        response = self.client.get("/healthz/live")

        self.assertEqual((response.status_code, response.json()), (200, {"live": True}))

    def test_one_that_hangs_is_told_in_time(self):
        let_go = threading.Event()
        hanging = Aside(lambda: let_go.wait(10))
        self.addCleanup(let_go.set)

        with self.settings(HEALTH_SECONDS=0.05), mock.patch("newsroom.health.LOOK", hanging):
            response = self.client.get("/healthz/ready")

        self.assertEqual((response.status_code, response.json()["vital"]["database"]), (503, "away"))
        self.assertFalse(let_go.is_set())


class AsideTests(SimpleTestCase):
    def test_many_who_ask_are_one_question(self):
        asked = []
        aside = Aside(lambda: asked.append(time.monotonic()) or "well")

        answers = {aside.answer_within(5) for _one in range(20)}

        self.assertEqual((answers, len(asked)), ({"well"}, 1))

    def test_one_that_hangs_is_asked_once(self):
        let_go, asked = threading.Event(), []
        aside = Aside(lambda: asked.append(1) or let_go.wait(10))
        self.addCleanup(let_go.set)

        answers = [aside.answer_within(0.01) for _one in range(3)]

        self.assertEqual((answers, len(asked)), ([None, None, None], 1))
