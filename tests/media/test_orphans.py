import errno
import io
import os
import tempfile
from datetime import timedelta
from unittest.mock import patch

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, default_storage
from django.core.management import call_command
from django.db import DatabaseError, transaction
from django.test import TestCase, TransactionTestCase, override_settings
from django.utils import timezone

from articles.page_files import hang_pdf
from desk.models import Paper
from media.keepers import KEEPERS
from media.keeping import delete_files, files_below
from media.models import Photo
from media.orphans import missing, orphans
from tests.factories import make_page, make_photo, photographer
from tests.intake.mail.letters import make_letter
from tests.intake.mail.mails import mail
from tests.pictures import upload

OLD = timedelta(hours=2)


def lay(name, *, age=OLD):
    """A file that no row remembers."""
    default_storage.save(name, ContentFile(b"bytes"))
    at = (timezone.now() - age).timestamp()
    os.utime(default_storage.path(name), (at, at))
    return name


def found(**options):
    return {orphan.name for orphan in orphans(**options)}


def said(*arguments):
    out, err = io.StringIO(), io.StringIO()
    call_command("clear_orphans", *arguments, stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def missed():
    return [(row, name) for row, name in missing()]


class FilesOfItsOwn:
    """Other tests leave files behind: their transactions are neither committed nor undone."""

    def setUp(self):
        folder = self.enterContext(tempfile.TemporaryDirectory())
        self.enterContext(override_settings(MEDIA_ROOT=folder))


class OrphanTests(FilesOfItsOwn, TestCase):
    def test_finds_what_no_row_remembers(self):
        names = {lay(name) for name in ("files/abc/320.jpg", "originals/ab/abc/original.jpg", "letters/ab/abc.eml")}

        self.assertEqual(found(), names)

    def test_leaves_what_a_photo_a_page_a_paper_and_a_letter_keep(self):
        make_photo()
        hang_pdf(make_page(), upload(b"%PDF-1.7", name="a.pdf"))
        paper = Paper.current()
        paper.masthead.save("head.png", upload())
        make_letter(mail())

        self.assertEqual(len(list(files_below("files"))), 3)
        self.assertEqual((found(older_than=timedelta(0)), missed()), (set(), []))

    def test_leaves_the_files_of_a_photo_that_has_another_address(self):
        photo = make_photo(by=[photographer("马敏")])
        with self.captureOnCommitCallbacks(execute=True):
            photo.change_address()
            photo.renew_label()

        self.assertNotIn(photo.key, photo.original.name)
        self.assertEqual((found(older_than=timedelta(0)), missed()), (set(), []))

    def test_finds_what_lies_beside_the_files_of_a_photo(self):
        photo = make_photo()

        name = lay(f"files/{photo.key}/9999.jpg")

        self.assertEqual(found(), {name})

    def test_leaves_alone_what_may_belong_to_an_upload_that_goes_on(self):
        lay("files/abc/320.jpg", age=timedelta(minutes=50))

        self.assertEqual(found(), set())
        self.assertEqual(found(older_than=timedelta(minutes=30)), {"files/abc/320.jpg"})

    def test_leaves_alone_what_nobody_here_keeps(self):
        lay("somebody/else.txt")

        self.assertEqual(found(), set())

    def test_files_laid_down_on_the_desk_have_a_day(self):
        lay("incoming/1/abc/today.docx", age=timedelta(hours=20))
        name = lay("incoming/1/abc/yesterday.docx", age=timedelta(hours=30))

        self.assertEqual(found(), {name})

    def test_asks_the_database_once_for_hundreds_of_files(self):
        for number in range(3):
            lay(f"files/abc/{number}.jpg")

        with self.assertNumQueries(2):  # photos and pages
            self.assertEqual(len(found()), 3)

    def test_goes_on_when_a_file_has_gone_meanwhile(self):
        name = lay("files/abc/320.jpg")

        with patch("media.orphans.unknown", return_value=[name, "files/abc/gone.jpg"]):
            self.assertEqual(found(), {name})

    def test_works_with_any_storage_that_lists_its_folders(self):
        memory = {"BACKEND": "django.core.files.storage.InMemoryStorage"}
        with override_settings(STORAGES=settings.STORAGES | {"default": memory}):
            make_photo()
            default_storage.save("files/abc/320.jpg", ContentFile(b"bytes"))

            self.assertEqual(found(older_than=timedelta(0)), {"files/abc/320.jpg"})


class MissingTests(FilesOfItsOwn, TestCase):
    def test_names_the_row_whose_file_is_gone(self):
        photo = make_photo()
        default_storage.delete(photo.original.name)

        self.assertEqual(missed(), [(photo, photo.original.name)])

    def test_a_file_that_moved_meanwhile_is_not_missing(self):
        photo = make_photo()
        public = next(keeper for keeper in KEEPERS if keeper.folder == "files")
        rows = list(public.remembered())
        photo.change_address()
        delete_files([name for _row, name in rows])

        with patch("media.orphans.KEEPERS", [public._replace(remembered=lambda: rows)]):
            self.assertEqual(missed(), [])

    def test_an_original_is_missed_under_its_first_name(self):
        photo = make_photo()
        photo.change_address()
        default_storage.delete(photo.original.name)

        self.assertIn((photo, photo.original.name), missed())


class CommandTests(FilesOfItsOwn, TestCase):
    def test_deletes_nothing_unless_it_is_told_to(self):
        name = lay("files/abc/320.jpg")

        out, _err = said()

        self.assertIn(f"  {name}  5  ", out)
        self.assertIn("1个文件，0.0 MB。\n尚未删除任何文件：确认后加 --delete 再运行。", out)
        self.assertTrue(default_storage.exists(name))

    def test_deletes_just_those_and_their_folders(self):
        photo, name = make_photo(), lay("files/abc/320.jpg")

        self.assertIn("已全部删除。", said("--delete")[0])

        self.assertFalse(default_storage.exists(name) or default_storage.exists("files/abc"))
        self.assertEqual(set(files_below("files")) | {photo.original.name}, set(photo.stored_files))
        self.assertEqual(said("--delete"), ("没有无主文件。\n", ""))

    def test_points_out_what_is_missing(self):
        photo = make_photo()
        default_storage.delete(photo.original.name)

        self.assertEqual(said()[1], f"文件缺失：图片{photo.pk}的{photo.original.name}\n")


class UndoneSaveTests(FilesOfItsOwn, TransactionTestCase):
    def test_a_save_that_is_undone_leaves_nothing_to_find(self):
        with self.assertRaises(DatabaseError), transaction.atomic():
            make_photo()
            raise DatabaseError

        self.assertEqual(found(older_than=timedelta(0)), set())

    def test_files_that_could_not_be_deleted_after_it_are_found(self):
        with (
            patch.object(FileSystemStorage, "delete", side_effect=OSError("read-only")),
            self.assertLogs("media.keeping"),
            self.assertRaises(DatabaseError),
            transaction.atomic(),
        ):
            names = make_photo().stored_files
            raise DatabaseError

        self.assertEqual(found(older_than=timedelta(0)), set(names))

    def test_a_full_disk_leaves_nothing_to_find(self):
        with (
            patch.object(FileSystemStorage, "_save", autospec=True, side_effect=fills_up(after=2)),
            self.assertRaises(OSError),
        ):
            make_photo()

        self.assertEqual((found(older_than=timedelta(0)), Photo.objects.count()), (set(), 0))


def fills_up(*, after, real_save=FileSystemStorage._save):
    """Writes that many files and half of the next one."""
    written = []

    def save(storage, name, content):
        written.append(name)
        if len(written) <= after:
            return real_save(storage, name, content)
        real_save(storage, name, ContentFile(content.read()[:100]))
        raise OSError(errno.ENOSPC, "No space left on device")

    return save
