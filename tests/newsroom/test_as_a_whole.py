"""What is done with the whole newsroom on the server stands in the audit log."""

import tempfile
from pathlib import Path
from unittest import mock

import django.db
from django.core.management import call_command
from django.test import TestCase

from desk.audit_words import VERBS
from desk.models import AuditEntry
from newsroom import as_a_whole
from tests.factories import make_published


class WholeTests(TestCase):
    def setUp(self):
        self.folder = Path(self.enterContext(tempfile.TemporaryDirectory()))

    def test_an_export_of_stories_is_noted_with_its_file_and_no_folder(self):
        make_published()

        place = self.folder / "stories.csv"
        call_command("export_stories", place, format="csv", site="https://paper.example", stdout=mock.Mock())

        entry = AuditEntry.objects.get(verb="export")
        self.assertEqual((entry.kind, entry.words, entry.by), ("paper", "stories.csv", None))

    def test_every_command_that_takes_or_brings_all_of_it_says_so(self):
        commands = Path(as_a_whole.__file__).parent / "management/commands"
        noted = {"backup": "back_up", "restore": "put_back", "export_site": "hand_out", "import_site": "bring_in"}

        for name, verb in noted.items():
            self.assertIn(f'as_a_whole.note("{verb}"', (commands / f"{name}.py").read_text(), name)
            self.assertIn(verb, VERBS)

    def test_a_database_that_takes_no_note_stops_nothing(self):
        with mock.patch.object(AuditEntry, "note", side_effect=django.db.OperationalError("full")):
            as_a_whole.note("back_up", self.folder / "a.zip")
