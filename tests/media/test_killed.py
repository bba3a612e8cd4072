"""A photo is taken in by a process that is killed in the middle."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from django.conf import settings
from django.test import SimpleTestCase

from tests.servers.office import lay_database

# Takes one photo in, says its files, and stands still where the third file of the second one is half written.
UPLOADING = """
import time
import django
django.setup()
from django.core.files.storage import FileSystemStorage
from media.models import Photo
from tests.pictures import draw, encoded, upload

picture = encoded(draw(size=(700, 500)))
photo = Photo()
photo.take_in(upload(picture))
print(*photo.stored_files, flush=True)
real_save, written = FileSystemStorage._save, []

def save(storage, name, content):
    print(name, flush=True)
    written.append(name)
    if len(written) == 3:
        open(storage.path(name), "wb").write(b"half")
        time.sleep(60)
    return real_save(storage, name, content)

FileSystemStorage._save = save
Photo().take_in(upload(picture))
"""


class KilledTests(SimpleTestCase):
    def setUp(self):
        self.home = Path(self.enterContext(tempfile.TemporaryDirectory()))

    def start(self, *arguments):
        home = {"NEWSROOM_ENV": "demo", "NEWSROOM_VAR": str(self.home), "DATABASE_URL": ""}
        return subprocess.Popen(
            [sys.executable, *arguments],
            cwd=settings.BASE_DIR,
            env={**os.environ, "DJANGO_SETTINGS_MODULE": "newsroom.settings", **home},
            stdout=subprocess.PIPE,
            text=True,
        )

    def clear_orphans(self, *arguments):
        process = self.start("manage.py", "clear_orphans", *arguments)
        said, _nothing = process.communicate(timeout=120)
        return {line.split()[0] for line in said.splitlines() if line.startswith("  ")}

    def stored(self):
        uploads = self.home / "uploads"
        return {str(path.relative_to(uploads)) for path in uploads.rglob("*") if path.is_file()}

    def kill_in_the_middle(self):
        """Returns the files of the photo that was saved, and those written of the other one."""
        process = self.start("-c", UPLOADING)
        kept, *orphans = [process.stdout.readline().split() for _line in range(4)]
        while len(self.stored()) < len(kept) + 3:
            time.sleep(0.02)
        process.send_signal(signal.SIGKILL)
        process.communicate(timeout=60)
        return set(kept), {name for [name] in orphans}

    def test_leaves_files_that_are_found_and_cleared(self):
        lay_database(self.home)
        kept, orphans = self.kill_in_the_middle()
        self.assertEqual(self.stored(), kept | orphans)

        self.assertEqual(self.clear_orphans("--delete"), set())  # too young to be sure
        self.assertEqual(self.clear_orphans("--hours", "0"), orphans)
        self.assertEqual(self.stored(), kept | orphans)
        self.assertEqual(self.clear_orphans("--hours", "0", "--delete"), orphans)

        self.assertEqual(self.stored(), kept)
        self.assertEqual(self.clear_orphans("--hours", "0"), set())
