import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import polib
from django.test import SimpleTestCase

ROOT = Path(__file__).resolve().parent.parent.parent
CATALOGUES = ROOT / "locale" / "zh_Hans" / "LC_MESSAGES"
FIGURE = r"(?:[0-9]|%d|%\(\w+\)d)"
SPACED_FIGURE = re.compile(rf"[\u4e00-\u9fff，。：；] {FIGURE}|{FIGURE} [\u4e00-\u9fff]")
NO_SOURCES = {"tests", "docs", "deploy", "var", "wheels"}


def key(entry):
    return entry.msgctxt or "", entry.msgid, entry.msgid_plural or ""


def words(entry):
    return entry.msgstr or entry.msgstr_plural


def texts(entry):
    return [entry.msgstr, *entry.msgstr_plural.values()]


def translations(path):
    return [text for entry in polib.pofile(str(path)) for text in texts(entry)]


def catalogues():
    return sorted(CATALOGUES.glob("*.po"))


class TranslationTests(SimpleTestCase):
    def test_every_word_is_translated(self):
        for path in catalogues():
            entries = [entry for entry in polib.pofile(str(path)) if not entry.obsolete]
            wanting = [entry.msgid for entry in entries if not entry.translated() or entry.fuzzy]
            with self.subTest(path.name):
                self.assertEqual(wanting, [])

    def test_a_translation_invents_no_placeholder(self):
        invented = [
            f"{entry.msgid!r}: {text!r}"
            for path in catalogues()
            for entry in polib.pofile(str(path))
            for text in texts(entry)
            if not placeholders(text) <= placeholders(entry.msgid + entry.msgid_plural)
        ]

        self.assertEqual(invented, [])

    def test_leaves_the_space_between_han_and_figures_to_the_browser(self):
        """text-autospace sets it; written out it stands twice."""
        spaced = [text for path in catalogues() for text in translations(path) if SPACED_FIGURE.search(text)]

        self.assertEqual(spaced, [])

    def test_what_is_compiled_is_what_is_written(self):
        for path in catalogues():
            written = {key(entry): words(entry) for entry in polib.pofile(str(path)) if entry.translated()}
            compiled = {key(entry): words(entry) for entry in polib.mofile(str(path.with_suffix(".mo")))}
            with self.subTest(path.name):
                self.assertEqual(compiled, written)


def placeholders(text):
    """%(name)s and {name}, as a set."""
    return set(re.findall(r"%\(\w+\)[sd]|\{\w*\}", text))


class CatalogueTests(SimpleTestCase):
    def test_no_word_of_the_sources_is_missing(self):
        if not shutil.which("xgettext"):
            if os.environ.get("REQUIRE_ALL") == "1":
                self.fail("xgettext is not installed, and REQUIRE_ALL=1 demands it.")
            self.skipTest("xgettext is not installed: new words in the sources go unnoticed.")

        for path in catalogues():
            with self.subTest(path.name), tempfile.TemporaryDirectory() as folder:
                extracted = self.extract(Path(folder), path.stem)
                known = {key(entry) for entry in polib.pofile(str(path)) if not entry.obsolete}

                self.assertEqual({key(entry) for entry in extracted if not entry.obsolete} - known, set())

    def extract(self, copy, domain):
        """What makemessages finds, in a copy of the sources."""
        for path in ROOT.iterdir():
            if path.is_dir() and path.name not in NO_SOURCES and not path.name.startswith("."):
                shutil.copytree(path, copy / path.name, ignore=shutil.ignore_patterns("__pycache__", "*.mo"))
        shutil.copy(ROOT / "manage.py", copy)
        subprocess.run(
            [sys.executable, "manage.py", "makemessages", "-l", "zh_Hans", "-d", domain, "--no-location"],
            cwd=copy,
            env=os.environ | {"DJANGO_SETTINGS_MODULE": "newsroom.settings"},
            check=True,
            capture_output=True,
        )
        return polib.pofile(str(copy / "locale" / "zh_Hans" / "LC_MESSAGES" / f"{domain}.po"))
