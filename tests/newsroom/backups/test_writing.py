"""A backup is written while people work, and proved by restoring it into an empty place: on both databases."""

import threading
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace
from unittest.mock import patch

from django.conf import settings
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import TransactionTestCase

from articles.models import Article
from media.models import Photo
from newsroom.backups import uploads, verifying, writing
from newsroom.backups.parcel import unwrap
from newsroom.backups.verifying import verify_backup
from newsroom.backups.writing import write_backup
from tests.factories import make_article, make_photo

IN_MEMORY = {"default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}


class BackupTestCase(TransactionTestCase):
    def setUp(self):
        folder = TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.file = self.folder / "backups" / "paper.tar"
        self.enterContext(self.settings(MEDIA_ROOT=self.folder / "uploads", VAR_DIR=self.folder))

    def names_in(self):
        names = []
        unwrap(self.file, lambda name, _file, _size: names.append(name))
        return names


class BackupTests(BackupTestCase):
    def test_holds_every_row_and_every_upload(self):
        make_article(headline="早报")
        photo = make_photo()

        done = write_backup(self.file)

        found = verify_backup(self.file)
        self.assertEqual((found.differences, found.uploads), ([], done.uploads))
        self.assertLessEqual({f"uploads/{name}" for name in photo.stored_files}, set(self.names_in()))
        self.assertEqual(self.file.stat().st_mode & 0o777, 0o600)
        self.assertEqual([path.name for path in self.file.parent.iterdir()], ["paper.tar"])

    def test_a_storage_without_paths_is_backed_up_too(self):
        with self.settings(STORAGES={**settings.STORAGES, **IN_MEMORY}):
            photo = make_photo()
            write_backup(self.file)

            self.assertEqual(verify_backup(self.file).differences, [])
            self.assertIn(f"uploads/{photo.original.name}", self.names_in())

    def test_while_people_save_and_upload_no_record_is_without_its_file(self):
        photo = make_photo()
        is_done = threading.Event()

        def work():
            """New photos come, and the public files of an old one move from address to address."""
            try:
                while not is_done.is_set():
                    make_article(headline="号外")
                    make_photo()
                    Photo.objects.get(pk=photo.pk).change_address()
            finally:
                connection.close()

        colleague = threading.Thread(target=work)
        colleague.start()
        try:
            for _time in range(3):
                write_backup(self.file)
                self.assertEqual(verify_backup(self.file).differences, [])
        finally:
            is_done.set()
            colleague.join()

        self.assertGreater(Article.objects.count(), 0)

    def test_a_file_that_moves_in_between_makes_it_choose_another_moment(self):
        """Copied under its first name, moved to a second, and to a third one behind the moment that was chosen."""
        photo, moments = make_photo(), []

        def put_all_and_move(parcel, register):
            uploads.put_all(parcel, register)
            photo.change_address()

        def move_once_and_put(parcel, register, alias):
            moments.append(alias)
            if len(moments) == 1:
                photo.change_address()
            return uploads.put_missing(parcel, register, alias)

        with (
            patch.object(writing, "put_all", put_all_and_move),
            patch.object(writing, "put_missing", move_once_and_put),
        ):
            write_backup(self.file)

        photo.refresh_from_db()
        self.assertEqual(len(moments), 2)
        self.assertEqual(verify_backup(self.file).differences, [])
        self.assertLessEqual({f"uploads/{name}" for name in photo.public_files}, set(self.names_in()))

    def test_a_file_that_was_lost_before_is_told_and_keeps_nobody_from_a_backup(self):
        photo = make_photo()
        default_storage.delete(photo.original.name)

        done = write_backup(self.file)

        self.assertEqual((done.lost, done.first_lost), (1, [photo.original.name]))
        self.assertEqual(verify_backup(self.file).differences, [])

    def test_a_full_disk_is_noticed_before(self):
        with (
            patch("newsroom.backups.room.shutil.disk_usage", return_value=SimpleNamespace(free=1000)),
            self.assertRaisesMessage(CommandError, "空间不足"),
        ):
            call_command("backup", self.file)

        self.assertEqual(list(self.file.parent.iterdir()), [])

    def test_one_that_fills_up_meanwhile_is_said_and_leaves_nothing(self):
        with (
            patch("newsroom.backups.writing.put_all", side_effect=OSError(28, "No space left on device")),
            self.assertRaisesMessage(CommandError, "备份未能写完"),
        ):
            call_command("backup", self.file)

        self.assertEqual(list(self.file.parent.iterdir()), [])


class ProofTests(BackupTestCase):
    """What verify_backup says where something is amiss."""

    def setUp(self):
        super().setUp()
        self.photo = make_photo()

    def refusal(self):
        said = StringIO()
        with self.assertRaises(CommandError) as refused:
            call_command("verify_backup", self.file, stderr=said)
        self.assertIn("与写入时不一致", str(refused.exception))
        return said.getvalue()

    def test_a_row_that_was_lost_and_one_that_is_another(self):
        real = writing.SQLite.copy if connection.vendor == "sqlite" else writing.PostgreSQL.copy

        def one_more(self, alias, folder):
            packed, sums = real(self, alias, folder)
            sums["articles_article"][0] += 1
            sums["media_photo"][1] = "another"
            return packed, sums

        with patch.object(writing.database().__class__, "copy", one_more):
            write_backup(self.file)

        said = self.refusal()
        self.assertIn("数据表articles_article：写入1行，恢复出0行", said)
        self.assertIn("数据表media_photo：校验和不符", said)

    def test_a_record_without_its_file(self):
        with (
            patch.object(writing, "put_all"),
            patch.object(writing, "put_missing", return_value=(0, [])),
        ):
            write_backup(self.file)

        self.assertIn(f"备份中没有它的文件{self.photo.original.name}", self.refusal())

    def test_a_backup_of_a_newer_version_is_refused(self):
        with patch.object(writing, "head_of", self.from_the_future(writing.head_of)):
            write_backup(self.file)

        with self.assertRaisesMessage(CommandError, "由更新版本的程序制作（含有 desk.9999_from_the_future）"):
            call_command("verify_backup", self.file)

    def from_the_future(self, real):
        def head_of(here):
            head = real(here)
            return head | {"migrations": [*head["migrations"], ["desk", "9999_from_the_future"]]}

        return head_of

    def test_a_backup_of_the_other_database_is_refused(self):
        other = writing.PostgreSQL if connection.vendor == "sqlite" else writing.SQLite
        write_backup(self.file)

        with (
            patch.object(verifying, "database", lambda: other()),
            self.assertRaisesMessage(CommandError, "export_site"),
        ):
            call_command("verify_backup", self.file)
