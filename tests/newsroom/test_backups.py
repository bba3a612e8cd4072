import json
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from django.test import SimpleTestCase

from newsroom.backups import MANIFEST, BackupError, Home, write_backup
from newsroom.restoring import restore
from tests.servers.office import Office


class BackupTests(SimpleTestCase):
    def setUp(self):
        folder = TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.file = self.folder / "backups" / "paper.zip"
        self.home = self.furnish(self.folder / "var", headline="早报", picture=b"a picture")

    def furnish(self, folder, *, headline, picture):
        home = Home(folder / "newsroom.sqlite3", folder / "uploads")
        (home.uploads / "图片").mkdir(parents=True)
        (home.uploads / "图片" / "一.jpg").write_bytes(picture)
        with closing(sqlite3.connect(home.database)) as database, database:
            database.execute("PRAGMA journal_mode=WAL")
            database.execute("CREATE TABLE story (headline)")
            database.execute("INSERT INTO story VALUES (?)", [headline])
            database.execute("CREATE TABLE django_migrations (app, name)")
            database.execute("INSERT INTO django_migrations VALUES ('desk', '0001_initial')")
        return home

    def change(self, home):
        (home.uploads / "图片" / "一.jpg").write_bytes(b"another picture")
        with closing(sqlite3.connect(home.database)) as database, database:
            database.execute("UPDATE story SET headline = '晚报'")

    def contents(self, home):
        with closing(sqlite3.connect(home.database)) as database:
            headlines = [headline for (headline,) in database.execute("SELECT headline FROM story")]
        return headlines, [path.read_bytes() for path in home.uploads.rglob("*.jpg")]

    def rewrite(self, change):
        """The backup again, with its manifest changed."""
        with zipfile.ZipFile(self.file) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        manifest = json.loads(parts[MANIFEST])
        change(manifest)
        with zipfile.ZipFile(self.file, "w") as archive:
            for name, content in (parts | {MANIFEST: json.dumps(manifest)}).items():
                archive.writestr(name, content)

    def assert_refused(self, words):
        before = self.contents(self.home)
        with self.assertRaisesMessage(BackupError, words):
            restore(self.home, self.file)
        self.assertEqual(self.contents(self.home), before)
        self.assertEqual(list(self.home.database.parent.glob("re*-*")), [])

    def test_brings_back_what_was_there(self):
        uploads = write_backup(self.home, self.file)
        self.change(self.home)

        aside = restore(self.home, self.file)

        self.assertEqual(uploads, 1)
        self.assertEqual(self.contents(self.home), (["早报"], [b"a picture"]))
        self.assertEqual(
            self.contents(Home(aside / "newsroom.sqlite3", aside / "uploads")), (["晚报"], [b"another picture"])
        )

    def test_restores_into_an_empty_home(self):
        write_backup(self.home, self.file)
        elsewhere = Home(self.folder / "new" / "newsroom.sqlite3", self.folder / "new" / "uploads")

        aside = restore(elsewhere, self.file)

        self.assertIsNone(aside)
        self.assertEqual(self.contents(elsewhere), (["早报"], [b"a picture"]))

    def test_catches_what_is_written_but_not_yet_in_the_main_file(self):
        with closing(sqlite3.connect(self.home.database)) as editor:
            editor.execute("INSERT INTO story VALUES ('号外')")
            editor.commit()
            write_backup(self.home, self.file)

        restore(self.home, self.file)

        self.assertEqual(self.contents(self.home)[0], ["早报", "号外"])

    def test_is_readable_by_its_owner_only(self):
        write_backup(self.home, self.file)

        self.assertEqual(self.file.stat().st_mode & 0o777, 0o600)
        self.assertEqual([path.name for path in self.file.parent.iterdir()], ["paper.zip"])

    def test_a_database_in_use_is_not_replaced(self):
        write_backup(self.home, self.file)

        with closing(sqlite3.connect(self.home.database)) as server:
            server.execute("SELECT * FROM story").fetchall()
            self.assert_refused("数据库正在使用。请先停止网站服务和后台任务进程")

    def test_a_damaged_file_changes_nothing(self):
        write_backup(self.home, self.file)
        whole = self.file.read_bytes()

        for damaged in (whole[: len(whole) // 2], whole.replace(b"a picture", b"a forgery"), b"no zip at all"):
            with self.subTest(length=len(damaged)):
                self.file.write_bytes(damaged)
                self.assert_refused("已损坏，或不是本系统的备份")

    def test_a_false_checksum_changes_nothing(self):
        write_backup(self.home, self.file)
        self.rewrite(lambda manifest: manifest["parts"][0].update(sha256="0" * 64))

        self.assert_refused("has another checksum")

    def test_a_name_that_leads_out_of_the_folder_is_refused(self):
        write_backup(self.home, self.file)
        self.rewrite(lambda manifest: manifest["parts"][0].update(name="uploads/../../secret_key"))

        self.assert_refused("leads out of it")

    def test_a_backup_of_a_newer_version_is_refused(self):
        with closing(sqlite3.connect(self.home.database)) as database, database:
            database.execute("INSERT INTO django_migrations VALUES ('desk', '9999_from_the_future')")
        write_backup(self.home, self.file)

        self.assert_refused("由更新版本的程序制作（含有 desk.9999_from_the_future）")

    def test_a_missing_file_is_named(self):
        self.assert_refused(f"找不到文件 {self.file}。")


class BackupCommandTests(SimpleTestCase):
    """The commands, in an office of their own."""

    def setUp(self):
        self.office = Office()
        self.addCleanup(self.office.clear)

    def test_backup_and_restore(self):
        self.office.migrate()

        backup = self.office.manage("backup")
        [file] = (self.office.var / "backups").glob("*.zip")
        restored = self.office.manage("restore", str(file))

        self.assertIn(f"数据库和0个上传文件已备份到 {file}", backup.stdout)
        self.assertIn(f"已恢复 {file}。\n恢复前的数据保留在 {self.office.var}/replaced-", restored.stdout)

    def test_says_how_it_is_done_on_postgresql(self):
        result = self.office.manage("backup", DATABASE_URL="postgres://paper@db.example/paper")

        self.assertEqual(result.returncode, 1)
        self.assertIn("pg_dump --format=custom 备份", result.stderr)
        self.assertNotIn("Traceback", result.stderr)

    def test_says_that_there_is_nothing_to_keep(self):
        self.assertIn("没有可备份的内容", self.office.manage("backup").stderr)
