"""Backup, restore, export and import of an office whose uploads lie in a bucket, by their commands."""

import subprocess
import sys

from django.test import SimpleTestCase

from tests.servers.office import ROOT, Office
from tests.storage.bucket import InABucket

FURNISH = """
import django
django.setup()
from articles.page_files import hang_pdf
from django.core.files.base import ContentFile
from media.models import Photo
from tests.factories import make_page
from tests.pictures import encoded, upload

Photo(caption="店口镇").take_in(upload(encoded()))
hang_pdf(make_page(), ContentFile(b"%PDF-1.7 of a page"))
"""
ROWS = "SELECT id, caption, key, original FROM media_photo"


class WholeTests(InABucket, SimpleTestCase):
    def setUp(self):
        super().setUp()
        self.office = self.office_with(self.said)
        command = [sys.executable, "-c", FURNISH]
        subprocess.run(command, cwd=ROOT, env=self.office.environment, check=True, timeout=120)
        self.files, self.rows = self.contents(), self.office.ask(ROWS)

    def office_with(self, said):
        office = Office()
        self.addCleanup(office.clear)
        office.environment |= said
        office.migrate()
        return office

    def contents(self, folder=""):
        found = {}
        for name in self.names(folder):
            with self.behind.open(name) as file:
                found[name] = file.read()
        return found

    def test_a_backup_brings_back_what_a_bad_evening_took(self):
        backed_up = self.office.manage("backup", "--verify")
        [file] = (self.office.var / "backups").glob("*.tar")
        original, rendition, *_others = sorted(self.files, reverse=True)
        self.behind.delete(original)
        self.behind.delete(rendition)
        self.behind.bucket.Object(f"{self.behind.location}/{rendition}").put(Body=b"another")
        self.office.ask("UPDATE media_photo SET caption = ''")

        restored = self.office.manage("restore", str(file))

        self.assertIn(f"{len(self.files)}个上传文件，与备份时完全一致", backed_up.stdout)
        self.assertEqual(restored.returncode, 0, restored.stderr)
        now = self.contents()
        self.assertEqual({name: now.get(name) for name in self.files}, self.files)
        self.assertEqual([now[name] for name in now if name.startswith("replaced-")], [b"another"])
        self.assertEqual(self.office.ask(ROWS), self.rows)

    def test_an_export_makes_the_same_paper_in_another_folder_of_the_bucket(self):
        folder = str(self.office.var / "export")
        self.office.manage("export_site", folder).check_returncode()
        other = self.office_with(self.said | {"STORAGE_FOLDER": f"{self.said['STORAGE_FOLDER']}/other"})

        other.manage("import_site", folder, "--search-later").check_returncode()

        self.assertEqual(other.ask(ROWS), self.rows)
        brought = {name.removeprefix("other/"): content for name, content in self.contents("other/").items()}
        self.assertEqual({name: self.files[name] for name in brought}, brought)
        self.assertTrue(any(name.startswith("originals/") for name in brought))
        self.assertTrue(any(name.endswith(".pdf") for name in brought))
