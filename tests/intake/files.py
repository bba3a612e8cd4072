"""Files in a folder of their own, taken in by the command."""

import csv
import tempfile
from io import StringIO
from pathlib import Path

from django.core.management import call_command
from django.test import TestCase

from intake.models import Source
from tests.intake.test_drafting import STORY


class FilesTests(TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def write(self, name, data):
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
        return path

    def intake(self, *arguments):
        said, warned = StringIO(), StringIO()
        call_command("intake", *map(str, arguments), stdout=said, stderr=warned)
        return said.getvalue(), warned.getvalue()


class ArchiveTests(FilesTests):
    """An archive with its report."""

    def setUp(self):
        super().setUp()
        self.archive = self.folder / "江畔日报"
        self.report = self.folder / "report.csv"

    def put(self, name, text=STORY):
        path = self.archive / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def take(self, *options, folder=None):
        return self.intake(folder or self.archive, "--report", self.report, *options)

    def remarks(self):
        """Reference, part and code of each."""
        with self.report.open(encoding="utf-8-sig", newline="") as file:
            return [tuple(row[:3]) for row in list(csv.reader(file))[1:]]

    def references(self):
        return sorted(Source.objects.values_list("reference", flat=True))
