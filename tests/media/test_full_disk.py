"""A disk that is full while a credit is changed: the public files stay as they were, and nothing typed is lost."""

import io
from unittest.mock import patch

from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import TestCase

from media.models import Photo
from newsroom.groups import EDITOR
from tests.factories import credit, make_contributor, make_photo, make_user, photographer
from tests.media.test_captions import table_of
from tests.media.test_darkroom import files_below
from tests.media.test_orphans import FilesOfItsOwn
from tests.opened import opened

FULL = {"side_effect": OSError("No space left on device")}


class FullDiskTests(FilesOfItsOwn, TestCase):
    def setUp(self):
        super().setUp()
        self.client.force_login(make_user(group=EDITOR))
        self.photo = make_photo()

    def test_a_changed_credit_leaves_all_as_it_was(self):
        before = files_below()
        credit(by=[photographer("马敏")], photo=self.photo)

        with patch("media.moving.store", **FULL), self.assertRaises(OSError), transaction.atomic():
            self.photo.renew_label()

        self.assertEqual(files_below(), before)
        stored = Photo.objects.get()
        self.assertEqual((stored.key, stored.label, self.photo.key), (self.photo.key, {}, stored.key))

    def test_the_form_says_so_and_keeps_what_was_typed(self):
        address = f"/admin/media/photo/{self.photo.pk}/change/"
        ma = make_contributor(name="马敏")
        typed = opened(self.client.get(address)) | {
            "caption": "打了很久的说明。",
            "bylines-TOTAL_FORMS": "1",
            "bylines-0-contributor": str(ma.pk),
            "bylines-0-role": "photographer",
            "bylines-0-order": "0",
        }

        with patch("media.moving.store", **FULL), self.assertLogs("media.admin.unwritten", "ERROR"):
            response = self.client.post(address, typed)

        self.assertContains(response, "图片文件无法写入")
        self.assertContains(response, "打了很久的说明。")
        self.assertEqual((Photo.objects.get().caption, Photo.objects.get().bylines.count()), (self.photo.caption, 0))

    def test_the_captions_table_says_so_at_its_row(self):
        ma, prefix = make_contributor(name="马敏"), f"photo-{self.photo.pk}"
        typed = {f"{prefix}-caption": "打了很久的说明。", f"{prefix}-contributor": ma.pk, f"{prefix}-standing": ""}

        with patch("media.moving.store", **FULL), self.assertLogs("media.admin.captions", "ERROR"):
            response = self.client.post(table_of([self.photo]), typed)

        self.assertContains(response, "图片文件无法写入")
        self.assertContains(response, "打了很久的说明。")
        self.assertEqual(Photo.objects.get().caption, self.photo.caption)


class DevelopAgainTests(FilesOfItsOwn, TestCase):
    def setUp(self):
        super().setUp()
        self.photo, self.other = make_photo(), make_photo()
        for name in self.photo.public_files:
            default_storage.delete(name)

    def said(self, *arguments):
        out = io.StringIO()
        with self.captureOnCommitCallbacks(execute=True):
            call_command("develop_again", *arguments, stdout=out)
        return out.getvalue()

    def test_finds_photos_whose_files_are_lost_and_does_nothing_yet(self):
        said = self.said("--missing")

        self.assertIn(f"  {self.photo.pk}  ", said)
        self.assertNotIn(f"  {self.other.pk}  ", said)
        self.assertEqual(Photo.objects.get(pk=self.photo.pk).key, self.photo.key)

    def test_makes_them_anew_from_the_original(self):
        self.said("--missing", "--write")

        photo = Photo.objects.get(pk=self.photo.pk)
        self.assertNotEqual(photo.key, self.photo.key)
        self.assertTrue(photo.public_files and all(map(default_storage.exists, photo.stored_files)))
        self.assertEqual(Photo.objects.get(pk=self.other.pk).key, self.other.key)

    def test_makes_those_named_and_lets_their_old_files_go(self):
        before = self.other.public_files

        self.said(str(self.other.pk), "--write")

        self.assertNotEqual(Photo.objects.get(pk=self.other.pk).key, self.other.key)
        self.assertFalse(any(map(default_storage.exists, before)))

    def test_wants_to_be_told_which(self):
        with self.assertRaises(CommandError):
            call_command("develop_again")
