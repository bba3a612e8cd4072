import subprocess
import sys
from pathlib import Path

from django.test import SimpleTestCase

ROOT = Path(__file__).resolve().parent.parent.parent.parent
LOADED = """
import sys, django
django.setup()
import newsroom.wsgi
from django.urls import get_resolver
get_resolver().url_patterns
from regions.places import gazetteer
print(gazetteer.cache_info().currsize, *sorted({"pypdfium2", "playwright", "newsroom.benchmark"} & set(sys.modules)))
"""


class WebProcessTests(SimpleTestCase):
    def test_loads_neither_the_list_of_places_nor_what_reads_pdf(self):
        """Fifty megabytes the one, and the other a library that a process apart needs."""
        done = subprocess.run(
            [sys.executable, "-c", LOADED],
            cwd=ROOT,
            env={"DJANGO_SETTINGS_MODULE": "tests.settings"},
            capture_output=True,
            text=True,
            check=True,
        )

        self.assertEqual(done.stdout.split(), ["0"])
