import os
import stat
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from unittest import mock

from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.test import SimpleTestCase

from newsroom.elsewhere import replicas, uploads
from newsroom.environment import (
    database,
    demand,
    demand_beside,
    generated_secret,
    given_secret,
    listed,
    one_of,
    setting,
    switch,
    whole_number,
)
from tests.servers.office import Office

SECRET = "0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def environment(**variables):
    return mock.patch.dict(os.environ, variables, clear=True)


class EnvironmentTests(SimpleTestCase):
    def test_an_empty_variable_counts_as_none(self):
        with environment(TIME_ZONE="  "):
            self.assertEqual(setting("TIME_ZONE", "Asia/Shanghai"), "Asia/Shanghai")

    def test_reads_lists_switches_and_numbers(self):
        with environment(ALLOWED_HOSTS="a.example, b.example,", DEBUG="1", SECURE_HSTS_SECONDS="60"):
            self.assertEqual(listed("ALLOWED_HOSTS"), ["a.example", "b.example"])
            self.assertIs(switch("DEBUG", False), True)
            self.assertEqual(whole_number("SECURE_HSTS_SECONDS", 1), 60)

    def test_says_what_is_senseless(self):
        senseless = [
            ("DEBUG must be 0 or 1, not 'yes'", lambda: switch("DEBUG", False)),
            ("LOG_LEVEL must be one of INFO, ERROR, not 'LOUD'", lambda: one_of("LOG_LEVEL", ["INFO", "ERROR"])),
            ("SECURE_HSTS_SECONDS must be a whole number", lambda: whole_number("SECURE_HSTS_SECONDS", 1)),
            ("SECRET_KEY is too easy to guess", lambda: given_secret("SECRET_KEY")),
            ("DATABASE_URL is not a database address", lambda: database("DATABASE_URL", Path("x"))),
        ]
        with environment(
            DEBUG="yes", LOG_LEVEL="LOUD", SECURE_HSTS_SECONDS="-1", SECRET_KEY="a" * 60, DATABASE_URL="x"
        ):
            for sentence, read in senseless:
                with self.subTest(sentence), self.assertRaisesMessage(ImproperlyConfigured, sentence):
                    read()

    def test_a_server_that_is_gone_is_noticed_unless_its_address_says_otherwise(self):
        with environment(DATABASE_URL="postgres://newsroom@db/newsroom?connect_timeout=9"):
            options = database("DATABASE_URL", Path("x"))["OPTIONS"]

        self.assertEqual((options["connect_timeout"], options["tcp_user_timeout"]), (9, 10_000))

    def test_reads_the_addresses_of_replicas(self):
        with environment(DATABASE_REPLICAS="postgres://paper:secret@one/news  postgres://two/news"):
            found = replicas("DATABASE_REPLICAS")

        self.assertEqual(
            [(name, row["HOST"]) for name, row in found.items()], [("replica_1", "one"), ("replica_2", "two")]
        )
        self.assertIn("default_transaction_read_only=on", found["replica_1"]["OPTIONS"]["options"])

    def test_a_replica_is_one_of_postgresql_and_its_password_is_not_printed(self):
        for address in ("sqlite:////tmp/news.sqlite3", "open-sesame"):
            with (
                environment(DATABASE_REPLICAS=address),
                self.assertRaisesMessage(ImproperlyConfigured, "DATABASE_REPLICAS must be addresses") as raised,
            ):
                replicas("DATABASE_REPLICAS")
            self.assertNotIn("sesame", str(raised.exception))

    def test_uploads_lie_in_a_folder_or_in_a_bucket(self):
        with environment():
            self.assertEqual(uploads(), {"BACKEND": "django.core.files.storage.FileSystemStorage"})
        with environment(STORAGE_BUCKET="news", STORAGE_KEY="k", STORAGE_SECRET="s"):
            options = uploads()["OPTIONS"]
        self.assertEqual(
            (options["bucket_name"], options["endpoint_url"], options["file_overwrite"]), ("news", None, False)
        )
        with environment(STORAGE_BUCKET="news", STORAGE_KEY="k"), self.assertRaises(ImproperlyConfigured):
            uploads()

    def test_names_all_that_is_missing_at_once(self):
        with (
            environment(SECRET_KEY=SECRET),
            self.assertRaisesMessage(ImproperlyConfigured, "ALLOWED_HOSTS, DATABASE_URL."),
        ):
            demand("SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL")

    def test_a_mailbox_needs_its_user_and_password_and_none_needs_nothing(self):
        asked = ("INTAKE_MAIL_HOST", "INTAKE_MAIL_USER", "INTAKE_MAIL_PASSWORD")
        with environment():
            demand_beside(*asked)
        with (
            environment(INTAKE_MAIL_HOST="imap.example", INTAKE_MAIL_USER="desk"),
            self.assertRaisesMessage(ImproperlyConfigured, "these are not: INTAKE_MAIL_PASSWORD"),
        ):
            demand_beside(*asked)

    def test_does_not_print_the_password_of_a_database(self):
        address = "postgras://paper:open-sesame@host/name"
        with environment(DATABASE_URL=address), self.assertRaises(ImproperlyConfigured) as raised:
            database("DATABASE_URL", Path("x"))

        self.assertNotIn("open-sesame", str(raised.exception))

    def test_a_generated_secret_is_made_once_and_kept_private(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "var" / "secret_key"

            secret = generated_secret(path)

            self.assertEqual(generated_secret(path), secret)
            self.assertGreaterEqual(len(secret), 50)
            self.assertEqual(stat.S_IMODE(path.stat().st_mode), 0o600)


class ProductionTests(SimpleTestCase):
    """The real thing, in a process of its own."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.office = Office()
        cls.addClassCleanup(cls.office.clear)

    def in_production(self, *arguments, **environment):
        return self.office.manage(*arguments, NEWSROOM_ENV="production", **environment)

    def test_does_not_start_without_its_settings(self):
        result = self.in_production("work")

        self.assertEqual(result.returncode, 1)
        self.assertIn("these are not set: SECRET_KEY, ALLOWED_HOSTS, DATABASE_URL", result.stderr)
        self.assertNotIn("Traceback", result.stderr)

    def test_makes_no_secret_of_its_own(self):
        self.in_production("check")

        self.assertFalse((self.office.var / "secret_key").exists())

    def complete(self):
        return {
            "SECRET_KEY": SECRET,
            "ALLOWED_HOSTS": "paper.example",
            "DATABASE_URL": f"sqlite:///{self.office.var}/production.sqlite3",
        }

    def test_passes_the_check_for_deployment(self):
        result = self.in_production("check", "--deploy", "--fail-level=WARNING", **self.complete())

        self.assertEqual(result.returncode, 0, result.stderr)

    def test_binds_other_hosts_to_https_only_where_it_is_told_to(self):
        script = (
            "from django.conf import settings;"
            "print(settings.SECURE_HSTS_INCLUDE_SUBDOMAINS, settings.SECURE_HSTS_PRELOAD)"
        )
        told = {"SECURE_HSTS_INCLUDE_SUBDOMAINS": "1", "SECURE_HSTS_PRELOAD": "1"}

        for switches, answer in [({}, "False False"), (told, "True True")]:
            result = self.in_production("shell", "--no-imports", "-c", script, **self.complete(), **switches)
            self.assertEqual(result.stdout.strip(), answer, result.stderr)

    def test_a_typo_in_its_name_is_no_demo(self):
        result = self.office.manage("check", NEWSROOM_ENV="prodution")

        self.assertIn("NEWSROOM_ENV must be one of demo, production, not 'prodution'.", result.stderr)


class CheckTests(SimpleTestCase):
    def test_is_content_at_the_hour_of_publication_too(self):
        with mock.patch("django.utils.timezone.now", return_value=datetime(2027, 1, 1, 6, 0, 5, tzinfo=UTC)):
            call_command("check", "desk", fail_level="WARNING")


class DatabaseTests(SimpleTestCase):
    def test_the_embedded_database_is_in_wal_mode_with_a_busy_timeout(self):
        office = Office()
        self.addCleanup(office.clear)
        script = (
            "from django.db import connection; cursor = connection.cursor();"
            "print(*[cursor.execute(f'PRAGMA {name}').fetchone()[0] for name in"
            " ('journal_mode', 'busy_timeout', 'foreign_keys')])"
        )

        result = office.manage("shell", "--no-imports", "-c", script)

        self.assertEqual(result.stdout.split(), ["wal", "20000", "1"], result.stderr)
