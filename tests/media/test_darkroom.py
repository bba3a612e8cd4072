import io
from unittest.mock import patch

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import DatabaseError, transaction
from django.test import TestCase, TransactionTestCase

from media.imaging.refusal import PictureRefused
from media.models import Photo
from tests.factories import make_photo
from tests.pictures import draw, encoded, opened, upload


def files_below(folder=""):
    """Every file in the storage, as a set of names."""
    folders, names = default_storage.listdir(folder) if default_storage.exists(folder or ".") else ([], [])
    below = {name for inner in folders for name in files_below(f"{folder}/{inner}".lstrip("/"))}
    return below | {f"{folder}/{name}" for name in names}


def stored(name):
    with default_storage.open(name) as file:
        return file.read()


class TakingInTests(TestCase):
    def test_keeps_the_original_in_private_under_a_safe_name(self):
        content = encoded(format="PNG")
        photo = make_photo(file=upload(content, name="../../我的 照片\u202e.jpg"))

        self.assertEqual(photo.original.name, f"originals/{photo.key[:2]}/{photo.key}/original.png")
        self.assertEqual(stored(photo.original.name), content)
        self.assertEqual(photo.filename, "我的 照片 .jpg")

    def test_remembers_the_picture(self):
        photo = Photo.objects.get(pk=make_photo(size=(700, 500)).pk)

        self.assertEqual((photo.width, photo.height, photo.format), (700, 500, "jpeg"))
        whole = [row["name"] for row in photo.renditions if "crop" not in row]
        self.assertEqual(whole, ["320.jpg", "320.webp", "640.jpg", "640.webp"])

    def test_stores_every_rendition_it_remembers(self):
        photo = make_photo(size=(700, 500))

        for rendition in photo.renditions:
            content = stored(f"files/{photo.key}/{rendition['name']}")
            self.assertEqual(len(content), rendition["bytes"])
            self.assertEqual(opened(content).size, (rendition["width"], rendition["height"]))

    def test_a_refused_picture_leaves_nothing(self):
        before = files_below()

        with self.assertRaises(PictureRefused):
            Photo().take_in(upload(b"GIF89a", name="a.gif"))

        self.assertEqual(files_below(), before)
        self.assertFalse(Photo.objects.exists())


class AllOrNothingTests(TransactionTestCase):
    def setUp(self):
        self.before = files_below()

    def new_files(self):
        return files_below() - self.before

    def test_a_rolled_back_save_leaves_no_file(self):
        with self.assertRaises(DatabaseError), transaction.atomic():
            make_photo()
            self.assertNotEqual(self.new_files(), set())
            raise DatabaseError

        self.assertEqual(self.new_files(), set())

    def test_so_does_one_that_is_undone_inside_a_larger_save(self):
        with transaction.atomic():
            kept = make_photo()
            with self.assertRaises(DatabaseError), transaction.atomic():
                make_photo()
                raise DatabaseError

        self.assertEqual(self.new_files(), set(kept.stored_files))

    def test_a_full_disk_leaves_no_file_and_no_row(self):
        real_save, saves = default_storage.save, []

        def save(name, content):
            saves.append(name)
            if len(saves) == 3:
                raise OSError("No space left on device")
            return real_save(name, content)

        with patch.object(default_storage, "save", save), self.assertRaises(OSError):
            make_photo()

        self.assertEqual(self.new_files(), set())
        self.assertFalse(Photo.objects.exists())

    def test_a_new_picture_gets_a_new_key_and_the_old_one_goes(self):
        photo = make_photo()
        old_key = photo.key

        photo.take_in(upload(encoded(draw(size=(400, 300)))))

        self.assertNotEqual(photo.key, old_key)
        former = photo.former_originals.get().file.name
        self.assertEqual(self.new_files(), {*photo.stored_files, former})

    def test_the_old_picture_stays_when_the_new_one_cannot_be_saved(self):
        photo = make_photo()
        files = set(photo.stored_files)

        with self.assertRaises(DatabaseError), transaction.atomic():
            photo.take_in(upload(encoded(draw(size=(400, 300)))))
            raise DatabaseError

        self.assertEqual(self.new_files(), files)

    def test_a_second_replacement_clears_up_after_the_first(self):
        photo = make_photo()
        mine, yours = Photo.objects.get(pk=photo.pk), Photo.objects.get(pk=photo.pk)

        mine.take_in(upload(name="a.jpg"))
        yours.take_in(upload(name="b.jpg"))

        self.assertEqual(self.new_files(), set(yours.stored_files))

    def test_the_files_go_with_the_row(self):
        make_photo()
        make_photo()

        Photo.objects.all().delete()

        self.assertEqual(self.new_files(), set())

    def test_the_files_stay_when_deleting_is_undone(self):
        photo = make_photo()

        with self.assertRaises(DatabaseError), transaction.atomic():
            photo.delete()
            raise DatabaseError

        self.assertEqual(len(self.new_files()), 3)


class StorageTests(TestCase):
    def test_a_name_that_is_taken_is_an_error_and_never_another_name(self):
        default_storage.save("originals/ta/taken/original.jpg", ContentFile(b"somebody's"))

        with patch("media.models.photo.new_key", return_value="taken"), self.assertRaises(FileExistsError):
            make_photo()

    def test_reads_a_file_from_its_beginning_wherever_it_stands(self):
        file = io.BytesIO(encoded())
        file.name = "a.jpg"
        file.seek(0, io.SEEK_END)

        self.assertEqual(make_photo(file=file).width, 64)
