from datetime import timedelta

from django.test import TestCase
from django.utils import timezone

from desk.models import AuditEntry
from media.models import Photo
from tests.factories import illustrate, make_article, make_photo, make_published, make_user
from tests.pictures import upload

CAPTIONS = "/admin/media/photo/captions/"


class PhotoTestCase(TestCase):
    def setUp(self):
        self.photographer = make_user(group="摄影")
        self.client.force_login(self.photographer)

    def shown_in(self, article):
        photo = make_photo(caption="原说明。", uploaded_by=self.photographer)
        illustrate(article=article, photo=photo)
        return photo

    def change(self, photo, **fields):
        rows = {"bylines-TOTAL_FORMS": 0, "bylines-INITIAL_FORMS": 0}
        return self.client.post(f"/admin/media/photo/{photo.pk}/change/", {"caption": "新说明。", **rows, **fields})

    def change_in_table(self, photo, **fields):
        row = {f"photo-{photo.pk}-{name}": value for name, value in {"caption": "新说明。", **fields}.items()}
        return self.client.post(f"{CAPTIONS}?photos={photo.pk}", row)

    def caption(self):
        return Photo.objects.get().caption


class InPrintTests(PhotoTestCase):
    def test_a_photographer_changes_neither_caption_nor_picture_of_what_is_in_print(self):
        photo = self.shown_in(make_published())

        self.assertEqual(self.change(photo, picture=upload()).status_code, 403)
        self.change_in_table(photo)

        self.assertEqual((self.caption(), Photo.objects.get().key), ("原说明。", photo.key))
        self.assertNotContains(self.client.get(f"{CAPTIONS}?photos={photo.pk}"), "原说明。")

    def test_but_what_is_not_in_print(self):
        hour = timezone.now() + timedelta(hours=1)
        for article in (make_article(), make_published(at=hour)):
            photo = self.shown_in(article)
            self.change(photo)
            self.assertEqual(Photo.objects.get(pk=photo.pk).caption, "新说明。")

        self.assertFalse(AuditEntry.objects.filter(kind="photo").exists())

    def test_an_editor_does_and_the_audit_log_says_so(self):
        photo = self.shown_in(make_published())
        editor = make_user(group="编辑")
        self.client.force_login(editor)

        for change, caption in [(self.change, "第一次。"), (self.change_in_table, "第二次。")]:
            change(photo, caption=caption)
            self.assertEqual(self.caption(), caption)

        entries = AuditEntry.objects.filter(verb="change", kind="photo", key=str(photo.pk), by=editor)
        self.assertEqual(entries.count(), 2)

    def test_saving_without_a_change_is_no_entry(self):
        photo = self.shown_in(make_published())
        self.client.force_login(make_user(group="编辑"))

        self.change(photo, caption="原说明。")

        self.assertFalse(AuditEntry.objects.filter(kind="photo").exists())


class CaptionTableTests(PhotoTestCase):
    def test_makes_no_photo_out_of_a_forged_row(self):
        photo = self.shown_in(make_article())
        forged = {f"photo-{photo.pk}-caption": "", f"photo-{photo.pk + 1}-caption": "无图。"}

        self.client.post(f"{CAPTIONS}?photos={photo.pk},{photo.pk + 1}", forged)

        self.assertEqual(Photo.objects.count(), 1)
