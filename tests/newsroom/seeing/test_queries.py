from django.db import connection
from django.test import TestCase, override_settings

from desk.models import User
from desk.tracing import tracing
from newsroom.seeing.queries import timed, watch


class QueryTests(TestCase):
    def test_what_a_request_asks_is_counted(self):
        with tracing("0123456789abcdef") as trace:
            User.objects.count()
            User.objects.exists()

        self.assertEqual(trace.queries, 2)
        self.assertGreater(trace.seconds, 0)

    def test_a_slow_one_is_told_without_its_values(self):
        with (
            override_settings(SLOW_QUERY_MS=0.0001),
            self.assertLogs("newsroom.slow_queries", "WARNING") as logs,
            tracing("0123456789abcdef") as trace,
        ):
            trace.route = "search_page"
            list(User.objects.filter(email="li.fan@example.com"))

        told = logs.records[-1].told
        self.assertEqual((len(logs.records), told["route"]), (1, "search_page"))
        self.assertRegex(told["sql"], r"^SELECT .* WHERE .*email. = %s")
        self.assertNotIn("li.fan", str(told))

    def test_a_quick_one_is_not(self):
        with self.assertNoLogs("newsroom.slow_queries"):
            User.objects.count()

    def test_a_connection_is_watched_once(self):
        watch(connection)
        watch(connection)

        self.assertEqual(connection.execute_wrappers.count(timed), 1)
