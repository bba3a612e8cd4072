"""What nobody thought of: a file that makes the program fail, a database that is away, a report that cannot be kept."""

import tempfile
from io import StringIO
from pathlib import Path
from unittest import mock, skipUnless

from django.core.management import CommandError, call_command
from django.db import OperationalError, connection
from django.test import TransactionTestCase

from articles.models import Article
from intake.archive.filing import filed
from tests.intake.files import ArchiveTests
from tests.intake.test_corrections import TWO
from tests.intake.test_drafting import STORY


def failing(*errors):
    """filed, which raises these first."""
    waiting = list(errors)

    def taking(*said):
        if waiting:
            raise waiting.pop(0)
        return filed(*said)

    return mock.patch("intake.archive.filing.filed", taking)


class FailingTests(ArchiveTests):
    def setUp(self):
        super().setUp()
        self.put("甲.txt")
        self.put("乙.txt", TWO)

    def test_a_file_at_which_the_program_fails_is_named_and_the_others_are_taken(self):
        with failing(RecursionError("too deep")), self.assertLogs("intake.archive.filing", "ERROR"):
            self.take()

        self.assertEqual([(part, code) for _reference, part, code in self.remarks()], [("", "failed")])
        self.assertTrue(Article.objects.exists())

    def test_a_locked_database_is_waited_for(self):
        with failing(OperationalError("database is locked")), mock.patch("intake.archive.taking.sleep") as sleep:
            self.take()

        self.assertEqual((self.remarks(), Article.objects.count()), ([], 3))
        self.assertEqual(sleep.call_count, 1)

    def test_a_database_that_stays_away_ends_the_run_and_says_how_to_go_on(self):
        errors = [OperationalError("server closed the connection")] * 9
        with (
            failing(*errors),
            mock.patch("intake.archive.taking.sleep"),
            self.assertRaisesMessage(CommandError, "再次运行同一命令即可接着处理"),
        ):
            self.take()


@skipUnless(connection.vendor == "postgresql", "SQLite has no server")
class LostConnectionTests(TransactionTestCase):
    def test_a_connection_that_broke_is_made_anew(self):
        with tempfile.TemporaryDirectory() as folder, mock.patch("intake.archive.taking.sleep") as sleep:
            Path(folder, "甲.txt").write_text(STORY)
            connection.ensure_connection()
            connection.connection.close()

            call_command("intake", folder, stdout=StringIO(), stderr=StringIO())

        self.assertEqual((sleep.call_count, Article.objects.count()), (1, 1))


class ReportFileTests(ArchiveTests):
    def setUp(self):
        super().setUp()
        self.file = self.put("甲.txt")

    def test_in_a_folder_that_is_not_there_it_is_refused_before_anything_is_done(self):
        with self.assertRaisesMessage(CommandError, "No such file"):
            self.intake(self.archive, "--report", self.folder / "无" / "report.csv")

        self.assertFalse(Article.objects.exists())

    def test_no_text_is_written_over(self):
        for name in ("甲.txt", "旧表.csv"):
            self.put(name)
            with self.subTest(name), self.assertRaisesMessage(CommandError, name):
                self.intake(self.archive, "--report", self.archive / name)
            self.assertEqual((self.archive / name).read_text(), STORY)

    def test_an_older_report_and_an_empty_file_are(self):
        self.report.touch()
        for _time in range(2):
            self.take()

        self.assertEqual(self.remarks(), [])

    def test_a_full_disk_ends_the_run_in_a_sentence(self):
        self.put("空.txt", "")
        refused = OSError(28, "No space left on device")

        with (
            mock.patch("intake.archive.reports.cell", side_effect=refused),
            self.assertRaisesMessage(CommandError, "No space left"),
        ):
            self.take()
