"""Libraries are few, pinned with hashes, and each has its reason and its licence in docs/DEPENDENCIES.md."""

import re
from importlib import metadata
from pathlib import Path

from django.test import SimpleTestCase

ROOT = Path(__file__).resolve().parents[2]
PINNED = re.compile(r"^([a-z0-9.-]+)==", re.MULTILINE)
LISTS = ["requirements.txt", "requirements-dev.txt", "tests/audit_security/code.txt", "tests/audit_security/site.txt"]


def pinned(name):
    return set(PINNED.findall((ROOT / name).read_text()))


def rows():
    """{package: the rest of its row in the table of the lock}"""
    text = (ROOT / "docs/DEPENDENCIES.md").read_text().partition("## Every package in the lock")[2]
    lines = [line.strip("| ").split(" | ") for line in text.partition("\n## ")[0].splitlines() if line.startswith("| ")]
    return {name: said for names, *said in lines[1:] for name in names.split(", ")}


class LockTests(SimpleTestCase):
    def test_every_package_of_the_lock_has_its_row_and_no_other_has(self):
        self.assertEqual(set(rows()), pinned("requirements.txt"))

    def test_each_line_of_each_list_has_its_hashes(self):
        for name in LISTS:
            for package in re.split(r"\n(?=\S)", (ROOT / name).read_text()):
                if PINNED.match(package):
                    self.assertIn("--hash=sha256:", package, name)

    def test_what_we_ask_for_is_what_the_table_says(self):
        asked = {
            re.match(r"[a-z0-9-]+", line)[0] for line in (ROOT / "requirements.in").read_text().split("\n") if line
        }

        self.assertLessEqual(asked, {name for name, (_licence, by) in rows().items() if by.startswith("us:")})


class LicenceTests(SimpleTestCase):
    def test_no_library_is_under_the_gpl(self):
        for name, (licence, _by) in rows().items():
            self.assertNotRegex(licence, r"(?<!L)GPL", name)
            self.assertNotRegex(licence_told(name), r"(?<!L)GPL|GNU (Affero )?General", name)


def licence_told(name):
    """By the package itself; empty where this machine needs it not."""
    try:
        told = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return ""
    kinds = [line for line in told.get_all("Classifier") or [] if line.startswith("License")]
    # In License whole texts stand sometimes, which speak of other licences.
    return " ".join([told.get("License-Expression") or "", (told.get("License") or "")[:60], *kinds])
