from datetime import timedelta
from unittest import mock

from django.db import OperationalError
from django.test import TestCase
from django.utils import timezone

from desk.models import Heartbeat


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
            response = self.client.get("/healthz")

        self.assertEqual((response.status_code, response.json()["database"]), (503, "away"))
