import json
import unittest
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import TestCase

from articles.models import Phrase
from desk.models import Desk
from newsroom.handover.exporting import export_site

DESK, REGION = "records/desk.desk.jsonl", "records/regions.region.jsonl"


class RefusalTests(TestCase):
    """What is not whole, or not for this site, leaves it as empty as it was."""

    @classmethod
    def setUpTestData(cls):
        # As migrate leaves it. The triggers let nobody delete from the log, and do not hear of TRUNCATE.
        empty = "TRUNCATE {}" if connection.vendor == "postgresql" else "DELETE FROM {}"
        connection.cursor().execute(empty.format("desk_auditentry"))
        for model in (Group.permissions.through, Group):
            model._base_manager.all()._raw_delete("default")
        folder = TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.whole = Path(folder.name) / "whole"
        export_site(cls.whole)

    def setUp(self):
        folder = TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.place = Path(folder.name) / "export"
        for path in self.whole.rglob("*"):
            if path.is_file():
                self.write(path.relative_to(self.whole).as_posix(), path.read_bytes())
        self.enterContext(self.settings(MEDIA_ROOT=Path(folder.name) / "uploads"))

    def write(self, name, content):
        path = self.place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)

    def manifest(self):
        return json.loads((self.place / "manifest.json").read_bytes())

    def change_manifest(self, **changes):
        self.write("manifest.json", json.dumps(self.manifest() | changes).encode())

    def enter(self, name, *lines):
        """The lines of that file, with a manifest that says so."""
        content = b"".join(line if isinstance(line, bytes) else json.dumps(line).encode() + b"\n" for line in lines)
        self.write(name, content)
        seal = {"size": len(content), "sha256": sha256(content).hexdigest()}
        records = self.manifest()["records"]
        next(one for one in records if one["file"] == name).update(seal=seal, rows=len(lines))
        self.change_manifest(records=records)

    def assert_refused(self, *words):
        with self.assertRaises(CommandError) as refused:
            call_command("import_site", self.place)

        for word in words:
            self.assertIn(word, str(refused.exception))
        self.assertFalse(Desk.objects.exists())
        self.assertFalse(any(default_storage.listdir("")) if default_storage.exists("") else False)

    def test_a_site_that_is_not_empty(self):
        Phrase.objects.create(text="旧词", suggestion="新词")

        self.assert_refused("本站不是空的", "词语")

    def test_a_file_that_differs_by_one_letter(self):
        self.write(DESK, b" ")

        self.assert_refused(DESK, "校验和不符")

    def test_a_file_that_is_missing(self):
        (self.place / DESK).unlink()

        self.assert_refused(DESK, "缺少")

    def test_what_is_no_export(self):
        self.write("manifest.json", b"[]")
        self.assert_refused("manifest.json", "不是完整的导出")

        self.place = self.place / "manifest.json"
        self.assert_refused("已损坏")

    def test_an_export_of_a_newer_or_older_version(self):
        schema = self.manifest()["schema"]
        for named, said in (("9999_from_the_future", "更新版本"), ("0001_initial", "较旧版本")):
            with self.subTest(named):
                self.change_manifest(schema=schema | {"desk": named})
                self.assert_refused(f"desk {named}", said)
        self.change_manifest(schema=schema, format=2)
        self.assert_refused("更新版本")

    def test_a_line_is_named(self):
        good = {"id": 1, "name": "要闻部", "order": 0}
        for wrong, said in (
            (b'{"id": 1, \n', "不是JSON"),
            ({"id": 2, "name": "副刊部"}, "order"),
            ({**good, "id": 2, "colour": "red"}, "colour"),
            ({**good, "id": "2"}, "id"),
            ({**good, "id": 2, "name": None}, ""),
            (good, ""),
            (b"\xff\n", "不是JSON"),
        ):
            with self.subTest(wrong=wrong):
                self.enter(DESK, good, wrong)
                self.assert_refused(f"{DESK}第2行", said, "没有导入任何内容")

    def test_a_record_that_names_one_which_is_not_there(self):
        province = {"id": 1, "code": "330000", "name": "浙江省", "level": "province", "parent": None, "ended_on": None}
        self.enter(REGION, province, {**province, "id": 2, "code": "330600", "level": "city", "parent": 77})

        self.assert_refused(f"{REGION}第2行", "没有导入任何内容")

    def test_fewer_lines_than_were_written(self):
        self.enter(DESK, {"id": 1, "name": "要闻部", "order": 0})
        records = self.manifest()["records"]
        next(one for one in records if one["file"] == DESK).update(rows=2)
        self.change_manifest(records=records)

        self.assert_refused(DESK, "2")

    def test_a_name_of_a_file_that_leads_elsewhere(self):
        for name in ("../secret_key", "/etc/passwd", "static/site.css", "originals/../../x"):
            with self.subTest(name):
                content = json.dumps({"name": name, "size": 0, "sha256": ""}).encode() + b"\n"
                self.write("files.jsonl", content)
                seal = {"size": len(content), "sha256": sha256(content).hexdigest()}
                self.change_manifest(files=self.manifest()["files"] | {"seal": seal})
                self.assert_refused(name)

    def test_a_file_that_lies_there_already_with_other_bytes(self):
        self.write("files/originals/aa/one/original.jpg", b"mine")
        seal = {"size": 4, "sha256": sha256(b"mine").hexdigest()}
        content = json.dumps({"name": "originals/aa/one/original.jpg", **seal}).encode() + b"\n"
        self.write("files.jsonl", content)
        listed = {"size": len(content), "sha256": sha256(content).hexdigest()}
        self.change_manifest(files=self.manifest()["files"] | {"seal": listed})
        default_storage.save("originals/aa/one/original.jpg", ContentFile(b"theirs"))

        with self.assertRaisesMessage(CommandError, "originals/aa/one/original.jpg"):
            call_command("import_site", self.place)
        with default_storage.open("originals/aa/one/original.jpg") as file:
            self.assertEqual(file.read(), b"theirs")

    @unittest.skipUnless(connection.vendor == "postgresql", "SQLite keeps it")
    def test_a_character_that_postgresql_does_not_keep(self):
        self.enter(DESK, {"id": 1, "name": "要\0闻", "order": 0})

        self.assert_refused(f"{DESK}第1行", "NUL")
