"""The pictures that need most memory, each in a process of its own."""

import subprocess
import sys
import tempfile
from pathlib import Path

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
import resource, sys
from media.imaging.developing import develop
with open(sys.argv[1], "rb") as file:
    develop(file, "")
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""
KILOBYTE = 1 if sys.platform == "darwin" else 1024


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
