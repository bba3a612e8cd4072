"""systemd's own judgement of the units; systemd need not run for it."""

import re
import subprocess
import tempfile
from pathlib import Path

from django.test import SimpleTestCase

from tests.servers import programs

UNITS = Path(__file__).resolve().parent.parent.parent / "deploy" / "systemd"
NAME = "systemd-analyze"


def analyze(*arguments):
    command = [programs.find(NAME), *arguments]
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)


class UnitTests(SimpleTestCase):
    @classmethod
    def setUpClass(cls):
        programs.demand(NAME, "the tests of the systemd units")
        super().setUpClass()

    def test_systemd_knows_every_word(self):
        with tempfile.TemporaryDirectory(prefix="newsroom-units-") as folder:
            for unit in UNITS.glob("newsroom-*"):
                # What is started lies elsewhere on this machine.
                text = re.sub(r"^ExecStart=\S+", "ExecStart=/bin/true", unit.read_text(), flags=re.MULTILINE)
                (Path(folder) / unit.name).write_text(text)
            looked = analyze("verify", "--man=no", *map(str, Path(folder).iterdir()))

        ours = [line for line in looked.stdout.splitlines() if "newsroom" in line]
        self.assertEqual((ours, looked.returncode), ([], 0), looked.stdout)

    def test_a_service_is_hardly_exposed(self):
        for unit in UNITS.glob("*.service"):
            with self.subTest(unit.name):
                judged = analyze("security", "--offline=true", "--threshold=20", str(unit))
                self.assertEqual(judged.returncode, 0, judged.stdout)


class WordsTests(SimpleTestCase):
    def test_each_service_is_shut_in_alike(self):
        texts = [unit.read_text() for unit in UNITS.glob("*.service")]
        shut_in = {text.partition("# A process that")[2].partition("\n[Install]")[0].strip() for text in texts}

        self.assertEqual((len(texts), len(shut_in)), (3, 1))
