"""A variable that says nothing sensible stops the start with a sentence that names it: each of the README's table."""

import os
import runpy
from unittest import mock

from django.core.exceptions import ImproperlyConfigured
from django.test import SimpleTestCase

from tests.deploy.test_variables import ROOT, told

# Names, keys and passwords that others have given: any text may be right.
FREE = {
    *("STORAGE_FOLDER", "STORAGE_KEY", "STORAGE_SECRET", "METRICS_TOKEN", "EMAIL_USER", "EMAIL_PASSWORD"),
    *("INTAKE_MAIL_USER", "INTAKE_MAIL_PASSWORD", "INTAKE_MAIL_FOLDER"),
}
COMPLETE = {
    **{"NEWSROOM_ENV": "production", "SECRET_KEY": "0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJKLMNOPQRSTUVWXYZ"},
    **{"ALLOWED_HOSTS": "paper.example", "DATABASE_URL": "postgres://paper@host/paper", "STORAGE_BUCKET": "news"},
    **{"EMAIL_HOST": "mail.example", "EMAIL_FROM": "desk@paper.example", "SITE_URL": "https://paper.example"},
    **{"INTAKE_MAIL_HOST": "mail.example", "INTAKE_MAIL_USER": "desk", "INTAKE_MAIL_PASSWORD": "secret"},
}
NONSENSE = "~~ no sense at all: open-sesame@ ~~"
NUMBERS = ("-1", "1e3", "٣", "9" * 30)


def started_with(**variables):
    """The sentence with which it does not start; none where it does."""
    with mock.patch.dict(os.environ, {**COMPLETE, "NEWSROOM_VAR": os.environ["NEWSROOM_VAR"]} | variables, clear=True):
        try:
            runpy.run_path(str(ROOT / "newsroom/settings.py"))
        except ImproperlyConfigured as problem:
            return str(problem)
    return ""


def home_of(name):
    return {"NEWSROOM_ENV": "demo"} if name == "DEBUG" else {}


class NonsenseTests(SimpleTestCase):
    def test_with_nothing_wrong_it_starts(self):
        self.assertEqual(started_with(), "")

    def test_each_is_named_where_it_makes_no_sense(self):
        for name in set(told()) - FREE:
            with self.subTest(name):
                value = "/dev/null/here" if name in FOLDERS else NONSENSE
                self.assertIn(name, started_with(**home_of(name), **{name: value}))

    def test_numbers_have_their_bounds(self):
        for name in NUMBERED:
            for value in NUMBERS:
                with self.subTest(name, value=value):
                    self.assertIn(name, started_with(**{name: value}))

    def test_what_may_hold_a_password_is_not_printed(self):
        for name in (
            "DATABASE_URL",
            "DATABASE_REPLICAS",
            "REDIS_URL",
            "PUSH_ADDRESS",
            "SECRET_KEY",
            "PRIVATE_DATA_KEYS",
        ):
            self.assertNotIn("sesame", started_with(**{name: "redis:/:open-sesame@host"}), name)


FOLDERS = ("NEWSROOM_VAR", "STATIC_ROOT", "PAGES_ROOT", "METRICS_DIR")
NUMBERED = (
    *("DATABASE_REPLICA_LAG", "SECURE_HSTS_SECONDS", "SLOW_QUERY_MS", "SESSION_IDLE_HOURS", "SESSION_DAYS"),
    *("EMAIL_PORT", "INTAKE_MAIL_PORT", "PAGE_CACHE_SECONDS", "HISTORY_WHOLE_DAYS", "INTAKE_MAIL_KEEP_DAYS"),
)
