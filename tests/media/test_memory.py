"""The pictures that need most memory, each in a process of its own."""

import subprocess
import sys
import tempfile
from pathlib import Path
from unittest import skipUnless

from django.conf import settings
from django.test import SimpleTestCase

MEGA = 1_000_000
WRITE = {
    "tall.png": "Image.new('RGBA', (3839, 15600), (200, 30, 30, 99)).save(path, 'PNG', compress_level=1)",
    "layers.jpg": "Image.new('RGB', (7200, 7000), 'red').save(path, 'JPEG', progressive=True, subsampling=0)",
    "whole.webp": "Image.new('RGB', (9000, 6600), 'red').save(path, 'WEBP', lossless=True, method=0, quality=0)",
}
START = """
import sys
from PIL import Image
path = sys.argv[1]
"""
DEVELOP = """
import sys
from media.imaging.developing import develop
with open(sys.argv[1], "rb") as file:
    develop(file, "")
# The peak of this program alone: ru_maxrss would begin with what the process that started it holds.
with open("/proc/self/status") as status:
    print(next(line.split()[1] for line in status if line.startswith("VmHWM")))
"""
KILOBYTE = 1024


@skipUnless(Path("/proc/self/status").exists(), "only Linux tells a process's own peak")
class MemoryTests(SimpleTestCase):
    def run_alone(self, program, path):
        command = [sys.executable, "-c", program, str(path)]
        return subprocess.run(command, cwd=settings.BASE_DIR, check=True, capture_output=True, timeout=300).stdout

    def test_stays_within_400_megabytes(self):
        with tempfile.TemporaryDirectory() as folder:
            for name, line in WRITE.items():
                path = Path(folder) / name
                self.run_alone(START + line, path)
                with self.subTest(name):
                    self.assertLess(int(self.run_alone(DEVELOP, path)) * KILOBYTE, 400 * MEGA)
