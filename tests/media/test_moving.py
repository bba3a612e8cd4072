from unittest.mock import patch

from django.core.files.storage import default_storage
from django.test import TestCase

from articles.models import Article
from articles.publishing import withdraw
from media.darkroom import public_path
from tests.factories import illustrate, make_photo, make_published


class MovingTests(TestCase):
    def setUp(self):
        self.photo = make_photo()
        self.article = make_published()
        illustrate(article=self.article, photo=self.photo)

    def names_under(self, key):
        return set(default_storage.listdir(f"files/{key}")[1])

    def withdraw(self):
        with self.captureOnCommitCallbacks(execute=True), self.assertLogs("media.moving", "WARNING") as log:
            withdraw(self.article)
        self.photo.refresh_from_db()
        return log.output

    def test_a_lost_file_holds_up_no_withdrawal(self):
        before, lost = self.photo.key, self.photo.renditions[0]["name"]
        kept = self.names_under(before) - {lost}
        default_storage.delete(public_path(before, lost))

        [line] = self.withdraw()

        self.assertTrue(Article.objects.get().is_withdrawn)
        self.assertIn(public_path(before, lost), line)
        self.assertNotEqual(self.photo.key, before)
        self.assertEqual(self.names_under(self.photo.key), kept)

    def test_nor_does_a_full_disk_and_the_old_address_is_dead_all_the_same(self):
        before = self.photo.key

        with patch("media.moving.store", side_effect=OSError("No space left on device")):
            self.withdraw()

        self.assertTrue(Article.objects.get().is_withdrawn)
        self.assertFalse(default_storage.exists(f"files/{before}/64.webp"))
