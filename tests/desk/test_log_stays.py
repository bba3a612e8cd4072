"""The audit log is only ever added to: by Python, and by the database where no Python stands in the way."""

from datetime import timedelta
from importlib import import_module
from io import StringIO

from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.db.models import ProtectedError
from django.test import TestCase
from django.utils import timezone

from desk.models import AuditEntry
from tests.factories import make_desk, make_user

RULES = import_module("desk.migrations.0010_log_stays")


class LogStaysTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        if connection.vendor == "sqlite":  # tests/conftest.py has taken it away
            connection.cursor().execute(RULES.SQLITE[1])
        cls.entry = AuditEntry.note(verb="sign", record=make_desk(), words="签发")

    def assert_refused(self, sql, *values):
        with self.assertRaises(DatabaseError), transaction.atomic():
            connection.cursor().execute(sql, values)

    def test_python_changes_and_deletes_nothing(self):
        row = AuditEntry.objects.filter(pk=self.entry.pk)
        for act in (self.entry.save, self.entry.delete, row.delete, lambda: row.update(words="改过")):
            with self.assertRaises(TypeError):
                act()

    def test_the_database_changes_nothing(self):
        self.assert_refused("UPDATE desk_auditentry SET words = %s WHERE id = %s", "改过", self.entry.pk)

    def test_the_database_deletes_nothing(self):
        self.assert_refused("DELETE FROM desk_auditentry WHERE id = %s", self.entry.pk)

    def test_an_account_that_has_acted_is_not_deleted(self):
        user = make_user()
        AuditEntry.note(verb="sign", record=user, by=user)

        with self.assertRaises(ProtectedError):
            user.delete()

    def test_old_logins_may_go_and_nothing_else(self):
        ages = {("login", 400): False, ("login", 10): True, ("sign", 400): True}
        for verb, days in ages:
            at_that_time(verb, days)

        call_command("thin_log", stdout=StringIO())

        kept = AuditEntry.objects.filter(words="test").values_list("verb", "at__year")
        self.assertEqual(sorted(verb for verb, _year in kept), ["login", "sign"])
        self.assertFalse(AuditEntry.objects.filter(verb="login", at__lt=timezone.now() - timedelta(days=300)).exists())

    def test_a_login_of_the_last_six_months_stays_whoever_asks(self):
        at_that_time("login", 100)

        with self.assertRaises(DatabaseError), transaction.atomic():
            AuditEntry.objects.let_go_of_logins(before=timezone.now())
        with self.assertRaises(CommandError):
            call_command("thin_log", older_than=30)


def at_that_time(verb, days):
    """A line that was written so many days ago."""
    at = timezone.now() - timedelta(days=days)
    row = {
        "at": connection.ops.adapt_datetimefield_value(at),
        "verb": verb,
        "kind": "user",
        "key": "1",
        "words": "test",
    }
    connection.cursor().execute(
        f"INSERT INTO desk_auditentry ({', '.join(row)}) VALUES (%s, %s, %s, %s, %s)", list(row.values())
    )
