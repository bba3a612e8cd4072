from datetime import timedelta
from unittest import mock

from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import TestCase

from intake.contributing import basket, limits
from intake.models import Contribution
from media.keeping import delete_files, files_below
from tests.intake.contributing.forms import TEXT, AtTheForm, document, jpeg


class FilesKeptTests(AtTheForm, TestCase):
    def setUp(self):
        self.open_the_form()
        delete_files(list(files_below(basket.FOLDER)))

    def kept_by(self, response):
        return response.context_data["files"].basket.token

    def test_good_files_need_not_be_chosen_again(self):
        sent = {"photo-0": jpeg(), "caption-photo-0": "夜校开课", "document": document("下了班上夜校", TEXT)}
        back = self.send(headline="", **sent)
        self.assertContains(back, "夜校.jpg", status_code=400)

        self.send(basket=self.kept_by(back), **{"caption-photo-0": "夜校开课"})

        names = Contribution.objects.get().letter.attachments.values_list("name", flat=True)
        self.assertEqual(list(names), ["稿件.docx", "夜校.jpg"])
        self.assertEqual(list(files_below(basket.FOLDER)), [])

    def test_a_bad_one_does_not_take_the_good_ones_with_it(self):
        bad = SimpleUploadedFile("坏.jpg", b"\xff\xd8\xff\xe0 cut")

        back = self.send(**{"photo-0": jpeg(), "photo-1": bad, "caption-photo-1": "工地"})

        self.assertContains(back, "坏.jpg", status_code=400)
        self.assertContains(back, "工地", status_code=400)
        self.assertEqual(list(basket.Basket(self.kept_by(back)).lie_here()), ["photo-0"])

    def test_one_is_taken_out_or_replaced(self):
        back = self.send(headline="", **{"photo-0": jpeg("一.jpg"), "photo-1": jpeg("二.jpg", size=(900, 600))})

        self.send(basket=self.kept_by(back), **{"out-photo-0": "on", "photo-1": jpeg("三.jpg", size=(910, 600))})

        names = Contribution.objects.get().letter.attachments.values_list("name", flat=True)
        self.assertEqual(list(names), ["三.jpg"])

    def test_a_forged_token_leads_nowhere(self):
        for token in ("../letters", "x", "a" * 100, "a/b" * 10):
            self.assertNotEqual(basket.Basket(token).token, token)

    def test_a_caption_without_its_photo_is_told(self):
        back = self.send(**{"caption-photo-3": "无图"})

        self.assertContains(back, "没有对应的图片", status_code=400)

    def test_more_than_is_taken_at_once_is_told_with_both_numbers(self):
        with mock.patch("intake.contributing.photos.LARGEST_WHOLE", 1000):
            self.assertContains(self.send(**{"photo-0": jpeg()}), "一次最多", status_code=400)
        with mock.patch("intake.contributing.checking.LARGEST_PHOTO", 1000):
            self.assertContains(self.send(**{"photo-0": jpeg()}), "“夜校.jpg”", status_code=400)

    def test_nothing_is_kept_on_a_full_disk(self):
        with mock.patch("intake.contributing.basket.free_space", return_value=0):
            back = self.send(**{"photo-0": jpeg()})

        self.assertContains(back, "稍后再试", status_code=400)
        self.assertEqual(list(files_below(basket.FOLDER)), [])

    def test_goes_after_a_day(self):
        self.send(headline="", **{"photo-0": jpeg()})
        basket.clear_baskets()
        [path] = files_below(basket.FOLDER)

        later = default_storage.get_modified_time(path) + timedelta(hours=25)
        with mock.patch("intake.contributing.basket.timezone.now", return_value=later):
            basket.clear_baskets()

        self.assertEqual(list(files_below(basket.FOLDER)), [])

    def test_as_many_as_there_are_places(self):
        photos = {f"photo-{n}": jpeg(f"{n}.jpg", size=(800 + n, 600)) for n in range(limits.MOST_PHOTOS)}

        self.send(**photos)

        self.assertEqual(Contribution.objects.get().letter.attachments.count(), limits.MOST_PHOTOS)
