"""What the worker makes of a photo: which sizes, what is written into them, and where readers are given them."""

from dataclasses import replace
from unittest.mock import patch

from django.core.files.storage import default_storage
from django.test import TestCase
from django_tasks_db.models import DBTaskResult

from articles.publishing import withdraw
from media.darkroom import public_path
from media.finishing import finish
from media.imaging.encoding import encode
from media.models import Photo, Unfinished
from media.orphans import missing
from tests.factories import credit, illustrate, make_photo, make_published, photographer
from tests.media.grain import AVIFS, make_grainy, names
from tests.media.test_darkroom import stored
from tests.pictures import opened


class AvifTests(TestCase):
    def finish(self, photo):
        with self.captureOnCommitCallbacks(execute=True):
            finish.func(photo.pk)

    def test_carries_the_label_and_nothing_of_the_camera(self):
        photo = make_grainy(copyright="示例日报", digital_source_type="compositeSynthetic")

        self.finish(photo)

        content = stored(public_path(photo.key, "wide-640-50x50.avif"))
        words = opened(content).info["xmp"].decode()
        self.assertIn("示例日报", words)
        self.assertIn("compositeSynthetic", words)
        self.assertFalse(opened(content).getexif())

    def test_is_kept_only_where_it_is_smaller(self):
        photo = make_grainy()
        with patch("media.imaging.avif.encode", side_effect=lambda *a, **k: larger(*a, **k)):
            self.finish(photo)

        self.assertEqual((names(), Unfinished.objects.exists()), ([], False))

    def test_is_smaller_than_webp_of_its_width(self):
        photo = make_grainy()

        self.finish(photo)

        rows = {row["name"]: row["bytes"] for row in Photo.objects.get().renditions}
        for name in AVIFS:
            self.assertLess(rows[name], rows[name.replace(".avif", ".webp")])

    def test_is_made_for_no_small_picture(self):
        make_photo(size=(300, 200))

        self.assertFalse(Unfinished.objects.exists() or DBTaskResult.objects.exists())

    def test_stands_first_in_the_page_with_webp_for_the_steps_it_lacks(self):
        photo = make_grainy()
        self.finish(photo)

        [(first, srcset), (second, _)] = Photo.objects.get().shown().sources

        at = f"/files/{photo.key}"
        self.assertEqual((first, second), ("image/avif", "image/webp"))
        self.assertEqual(srcset, f"{at}/320.webp 320w, {at}/640.avif 640w")

    def test_another_credit_drops_it_at_once_and_asks_for_it_again(self):
        photo = make_grainy()
        self.finish(photo)
        photo, before = Photo.objects.get(), Photo.objects.get().key
        credit(by=[photographer("马敏")], photo=photo)

        with self.captureOnCommitCallbacks(execute=True):
            photo.renew_label()

        self.assertEqual((names(), default_storage.exists(public_path(before, "640.avif"))), ([], False))
        self.finish(photo)
        self.assertEqual(names(), AVIFS)
        self.assertIn("马敏", opened(stored(public_path(photo.key, "640.avif"))).info["xmp"].decode())

    def test_moves_with_the_photo(self):
        photo = make_grainy()
        article = make_published()
        illustrate(article=article, photo=photo)
        stale = Photo.objects.get()  # read before the worker was done, as the withdrawal's may be
        self.finish(photo)
        old = photo.key

        with self.captureOnCommitCallbacks(execute=True):
            stale.change_address()
            withdraw(article)

        self.assertEqual((names(), list(missing())), (AVIFS, []))
        self.assertFalse(default_storage.exists(public_path(old, "640.avif")))


def larger(picture, format, **options):
    made = encode(picture, format, **options)
    return replace(made, content=made.content + bytes(1_000_000))
