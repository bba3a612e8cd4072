"""The command in a process of its own, which is ended while it works."""

import fcntl
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

from django.conf import settings
from django.test import SimpleTestCase

from tests.intake.test_drafting import STORY
from tests.servers.office import DATABASE, lay_database

FILES = 120
SMALLEST = 4096  # of a pipe; with names this long it is full long before the run is done, which waits for its reader
LONG_NAME = "夜校" * 20


def heeding_interrupts():
    """Whatever a shell starts in its background ignores them, and so does all that is started by it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class KilledTests(SimpleTestCase):
    def setUp(self):
        home = tempfile.TemporaryDirectory()
        self.addCleanup(home.cleanup)
        self.home, self.archive = Path(home.name), Path(home.name) / "archive"
        self.archive.mkdir()
        for number in range(FILES):
            (self.archive / f"{LONG_NAME}{number}.txt").write_text(STORY.replace("夜校", f"第{number}校"))
        lay_database(self.home)

    def start(self, *arguments):
        home = {"NEWSROOM_ENV": "demo", "NEWSROOM_VAR": str(self.home), "DATABASE_URL": "", "PYTHONUNBUFFERED": "1"}
        return subprocess.Popen(
            [sys.executable, "manage.py", *map(str, arguments)],
            cwd=settings.BASE_DIR,
            env={**os.environ, "DJANGO_SETTINGS_MODULE": "newsroom.settings", **home},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=heeding_interrupts,
        )

    def run_to_end(self, *arguments):
        process = self.start(*arguments)
        said, warned = process.communicate(timeout=120)
        self.assertEqual(process.returncode, 0, warned)
        return said

    def end_in_the_middle(self, with_signal):
        """Returns the exit code and what was said on stderr."""
        process = self.start("intake", self.archive)
        fcntl.fcntl(process.stdout, fcntl.F_SETPIPE_SZ, SMALLEST)
        for _line in range(10):
            process.stdout.readline()
        process.send_signal(with_signal)
        _said, warned = process.communicate(timeout=120)
        return process.returncode, warned

    def count(self, table):
        with sqlite3.connect(self.home / DATABASE) as database:
            return database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]

    def test_a_killed_run_goes_on_where_it_was(self):
        self.assertEqual(self.end_in_the_middle(signal.SIGKILL)[0], -signal.SIGKILL)
        done = self.count("intake_source")

        said = self.run_to_end("intake", self.archive)

        self.assertTrue(4 <= done < FILES, done)
        self.assertEqual(len([line for line in said.splitlines() if line.startswith("  ")]), FILES - done)
        self.assertEqual([self.count("articles_article"), self.count("intake_source")], [FILES, FILES])

    def test_an_interrupted_run_says_what_was_done_and_how_to_go_on(self):
        code, warned = self.end_in_the_middle(signal.SIGINT)

        self.assertEqual(code, 130)
        self.assertIn("再次运行同一命令即可接着处理", warned)
        self.assertNotIn("Traceback", warned)
