"""Another picture takes the place of the first one with readers; the first one's original is never lost."""

from datetime import timedelta

from django.core.files.storage import default_storage
from django.test import TestCase

from desk.models import AuditEntry
from media.models import FormerOriginal
from newsroom.groups import EDITOR, PHOTOGRAPHER
from tests.factories import make_photo, make_user
from tests.media.test_darkroom import stored
from tests.media.test_originals import body
from tests.media.test_orphans import FilesOfItsOwn, missed
from tests.media.test_orphans import found as orphans_found
from tests.pictures import draw, encoded, upload

FIRST, SECOND = encoded(draw(size=(64, 48))), encoded(draw(size=(80, 60)))
NOW = -timedelta(minutes=1)  # younger files too


class FormerOriginalTests(FilesOfItsOwn, TestCase):
    def setUp(self):
        super().setUp()
        self.editor = make_user(group=EDITOR)
        self.photo = make_photo(file=upload(FIRST, name="DSC_1.jpg"))

    def replace(self, content=SECOND):
        with self.captureOnCommitCallbacks(execute=True):
            self.photo.take_in(upload(content), by=self.editor)

    def test_stays_when_another_picture_comes(self):
        first, public = self.photo.original.name, self.photo.public_files

        self.replace()

        former = FormerOriginal.objects.get()
        self.assertEqual((stored(former.file.name), stored(self.photo.original.name)), (FIRST, SECOND))
        self.assertEqual((former.file.name, former.filename, former.by), (first, "DSC_1.jpg", self.editor))
        self.assertFalse(any(map(default_storage.exists, public)))

    def test_is_no_orphan_and_is_missed_when_it_is_gone(self):
        self.replace()
        former = FormerOriginal.objects.get()
        self.assertEqual((orphans_found(older_than=NOW), missed()), (set(), []))

        default_storage.delete(former.file.name)

        self.assertEqual(missed(), [(former, former.file.name)])

    def test_the_same_bytes_leave_no_second_copy(self):
        self.replace(FIRST)

        self.assertFalse(FormerOriginal.objects.exists())
        self.assertEqual(orphans_found(older_than=NOW), set())

    def test_goes_with_its_photo(self):
        self.replace()
        name = FormerOriginal.objects.get().file.name

        with self.captureOnCommitCallbacks(execute=True):
            self.photo.delete()

        self.assertFalse(default_storage.exists(name) or FormerOriginal.objects.exists())

    def test_stands_in_the_form_and_is_downloaded_with_a_note(self):
        self.client.force_login(self.editor)
        change = f"/admin/media/photo/{self.photo.pk}/change/"
        self.assertNotContains(self.client.get(change), "历次原图")
        self.replace()
        address = f"/admin/media/photo/{self.photo.pk}/original/{FormerOriginal.objects.get().pk}/"

        self.assertContains(self.client.get(change), address)
        self.assertEqual(body(self.client.get(address)), FIRST)
        self.assertEqual(AuditEntry.objects.get(verb="download").key, str(self.photo.pk))

    def test_is_for_whoever_may_have_the_original(self):
        self.replace()
        self.client.force_login(make_user(group=PHOTOGRAPHER))
        pk = FormerOriginal.objects.get().pk

        self.assertEqual(self.client.get(f"/admin/media/photo/{self.photo.pk}/original/{pk}/").status_code, 403)
        self.assertNotContains(self.client.get(f"/admin/media/photo/{self.photo.pk}/change/"), "历次原图")

    def test_of_another_photo_is_not_found(self):
        self.replace()
        self.client.force_login(self.editor)
        pk = FormerOriginal.objects.get().pk

        self.assertEqual(self.client.get(f"/admin/media/photo/{make_photo().pk}/original/{pk}/").status_code, 404)
