"""The commands, in an office of their own on SQLite, and on a database of its own on PostgreSQL."""

import json
import sqlite3
import unittest
import zipfile
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection, connections
from django.test import SimpleTestCase, TransactionTestCase

from newsroom.backups.parcel import Wrapper
from newsroom.backups.places import UploadsElsewhere
from newsroom.backups.postgresql import PostgreSQL
from newsroom.backups.restoring import restore
from newsroom.backups.writing import write_backup
from tests.factories import make_article, make_photo
from tests.servers.office import DATABASE, Office

HEADLINES = "SELECT name FROM articles_channel ORDER BY name"
ENTER = "INSERT INTO articles_channel (name, slug, \"order\") VALUES ('{0}', '{0}', 0)"


class RestoreOnSQLiteTests(SimpleTestCase):
    def setUp(self):
        self.office = Office()
        self.addCleanup(self.office.clear)
        self.office.migrate()
        self.office.ask(ENTER.format("早报"))
        self.upload("一.jpg", b"a picture")

    def upload(self, name, content):
        path = self.office.var / "uploads" / "originals" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)

    def backup(self):
        self.office.manage("backup", "--verify", "--keep", "3").check_returncode()
        [file] = (self.office.var / "backups").glob("*.tar")
        return file

    def state(self, folder=None):
        folder = folder or self.office.var
        with closing(sqlite3.connect(folder / DATABASE)) as database:
            names = [name for (name,) in database.execute(HEADLINES)]
        return names, {path.name: path.read_bytes() for path in (folder / "uploads").rglob("*") if path.is_file()}

    def test_brings_back_what_was_there_and_keeps_what_is_there_aside(self):
        file = self.backup()
        before = self.state()
        self.office.ask(ENTER.format("晚报"))
        self.upload("一.jpg", b"another picture")
        changed = self.state()

        said = self.office.manage("restore", str(file)).stdout

        [aside] = self.office.var.glob("replaced-*")
        self.assertEqual(self.state(), before)
        self.assertEqual(self.state(aside), changed)
        self.assertIn(f"已恢复 {file}。\n恢复前的数据保留在 {aside}", said)

    def test_a_database_in_use_is_not_replaced(self):
        file = self.backup()
        self.office.ask(ENTER.format("晚报"))
        before = self.state()

        with closing(sqlite3.connect(self.office.var / DATABASE)) as server:
            server.execute("PRAGMA journal_mode=WAL")
            server.execute(HEADLINES).fetchall()
            refused = self.office.manage("restore", str(file))

        self.assertIn("数据库正在使用。请先停止网站服务和后台任务进程", refused.stderr)
        self.assertEqual((self.state(), list(self.office.var.glob("re*-*"))), (before, []))

    def test_a_backup_of_former_times_is_read(self):
        parts = {
            "database.sqlite3": (self.office.var / DATABASE).read_bytes(),
            "uploads/originals/二.jpg": b"an old picture",
        }
        listed = [{"name": name, "size": len(part), "sha256": sha256(part).hexdigest()} for name, part in parts.items()]
        file = self.office.var / "old.zip"
        with zipfile.ZipFile(file, "w") as archive:
            for name, part in (parts | {"manifest.json": json.dumps({"format": 1, "parts": listed})}).items():
                archive.writestr(name, part)

        self.office.manage("restore", str(file)).check_returncode()

        self.assertEqual(self.state(), (["早报"], {"二.jpg": b"an old picture"}))

    def test_says_that_there_is_nothing_to_keep(self):
        (self.office.var / DATABASE).unlink()

        self.assertIn("没有可备份的内容", self.office.manage("backup").stderr)

    def test_a_server_that_does_not_answer_is_said(self):
        refused = self.office.manage("backup", DATABASE_URL="postgres://paper@127.0.0.1:1/paper")

        self.assertEqual(refused.returncode, 1)
        self.assertIn("无法连接数据库", refused.stderr)
        self.assertNotIn("Traceback", refused.stderr)


@unittest.skipUnless(connection.vendor == "postgresql", "needs a server")
class RestoreOnPostgreSQLTests(TransactionTestCase):
    def setUp(self):
        folder = TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.enterContext(self.settings(MEDIA_ROOT=self.folder / "uploads", VAR_DIR=self.folder))

    def test_into_an_empty_database_with_nothing_lost(self):
        make_article(headline="早报")
        photo = make_photo()
        file = self.folder / "paper.tar"
        write_backup(file)
        default_storage.delete(photo.original.name)

        name = PostgreSQL().fresh("empty")
        self.with_default_in(name, lambda: self.assertEqual(len(restore(file)), 1))
        self.with_default_in(name, self.assert_restored)
        with connection.cursor() as cursor:
            cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
        self.assertTrue(default_storage.exists(photo.original.name))

    def with_default_in(self, name, act):
        before = connections["default"].settings_dict["NAME"]
        connections["default"].close()
        connections["default"].settings_dict["NAME"] = name
        try:
            act()
        finally:
            connections["default"].close()
            connections["default"].settings_dict["NAME"] = before

    def assert_restored(self):
        with connection.cursor() as cursor:
            cursor.execute("SELECT headline FROM articles_article")
            self.assertEqual(cursor.fetchall(), [("早报",)])
            cursor.execute("SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal")
            self.assertGreater(cursor.fetchone()[0], 10)


class UploadsElsewhereTests(SimpleTestCase):
    """Object storage: no folder that could be exchanged."""

    def setUp(self):
        folder = TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.file = Path(folder.name) / "paper.tar"
        memory = {"default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}
        self.enterContext(self.settings(STORAGES={**settings.STORAGES, **memory}))

    def lay(self, name, content):
        default_storage.save(name, ContentFile(content))

    def test_what_is_missing_is_brought_and_what_differs_is_kept_aside(self):
        parcel = Wrapper(self.file, {})
        for name in ("lost", "same", "other"):
            parcel.put_bytes(f"uploads/originals/{name}.jpg", name.encode())
        parcel.seal()
        parcel.close()
        for name, content in (("same", b"same"), ("other", b"newer"), ("later", b"later")):
            self.lay(f"originals/{name}.jpg", content)

        place = UploadsElsewhere()
        place.bring(self.file, None)
        aside = place.put_in_place(None)

        held = {
            name: default_storage.open(f"originals/{name}.jpg").read() for name in ("lost", "same", "other", "later")
        }
        self.assertEqual(held, {"lost": b"lost", "same": b"same", "other": b"other", "later": b"later"})
        self.assertEqual(default_storage.open(f"{aside}/originals/other.jpg").read(), b"newer")
