"""Files in a folder of their own, taken in by the command."""

import tempfile
from io import StringIO
from pathlib import Path

from django.core.management import call_command
from django.test import TestCase


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
