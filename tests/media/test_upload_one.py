"""Files that the upload page's script sends one by one."""

from unittest.mock import patch

from django.contrib.admin.models import LogEntry
from django.test import TestCase, TransactionTestCase

from media.imaging.developing import develop
from media.models import Photo
from media.uploading import take_in_one
from tests.at_once import at_once
from tests.factories import make_contributor, make_photo, make_user, photographer
from tests.media.embedding import jpeg, xmp
from tests.pictures import draw, encoded, upload

ONE = "/admin/media/photo/upload/file/"
UPLOAD = "/admin/media/photo/upload/"


class OneFileTestCase(TestCase):
    def setUp(self):
        self.user = make_user(group="摄影")
        self.client.force_login(self.user)

    def send(self, file=None, **words):
        return self.client.post(ONE, {"file": file or upload(), **words}).json()


class OneFileTests(OneFileTestCase):
    def test_is_a_photo_at_once(self):
        answer = self.send(upload(name="一.jpg"))

        photo = Photo.objects.get()
        self.assertEqual((photo.filename, photo.uploaded_by), ("一.jpg", self.user))
        self.assertEqual(answer["said"], "64 × 48 · 缺署名 · 缺图片说明")
        self.assertEqual((answer["photo"], answer["thumbnail"]), (photo.pk, photo.thumbnail_url))
        self.assertEqual(answer["address"], f"/admin/media/photo/{photo.pk}/change/")
        self.assertEqual(LogEntry.objects.filter(user=self.user).count(), 1)

    def test_is_refused_in_a_sentence(self):
        self.assertEqual(
            self.send(upload(b"hello", name="说明.txt")),
            {"refusal": "“说明.txt”不是可以识别的图片。报纸只收JPEG、PNG、WebP和HEIC图片。"},
        )
        self.assertFalse(Photo.objects.exists())

    def test_that_did_not_arrive_may_be_sent_again(self):
        response = self.client.post(ONE, {})

        self.assertEqual((response.status_code, response.json()), (400, {"refusal": "上传中断，请重试。"}))

    def test_is_for_those_who_may_upload(self):
        self.client.force_login(make_user())

        self.assertEqual(self.client.post(ONE, {"file": upload()}).status_code, 403)
        self.assertFalse(Photo.objects.exists())

    def test_is_sent_and_not_asked_for(self):
        self.assertEqual(self.client.get(ONE).status_code, 405)


class AgainTests(OneFileTestCase):
    def test_the_same_file_is_the_same_photo(self):
        first, again = self.send(), self.send(upload(name="改名.jpg"))

        self.assertEqual(first["photo"], again["photo"])
        self.assertTrue(again["said"].startswith("您已上传过"))
        self.assertEqual((Photo.objects.count(), LogEntry.objects.count()), (1, 1))

    def test_two_requests_at_once_make_one_photo(self):
        """The first one is done while the second still develops."""

        def meanwhile(file, name):
            if not Photo.objects.exists():
                with patch("media.uploading.develop", develop):
                    take_in_one(file=upload(), by=self.user)
            return develop(file, name)

        with patch("media.uploading.develop", meanwhile):
            _photo, is_new = take_in_one(file=upload(), by=self.user)

        self.assertEqual((is_new, Photo.objects.count()), (False, 1))

    def test_a_colleagues_same_picture_stays_the_colleagues(self):
        make_photo(caption="别人的。", uploaded_by=make_user(), file=upload())

        self.send()

        self.assertEqual(Photo.objects.filter(uploaded_by=self.user).count(), 1)

    def test_many_sent_again_without_a_script_are_not_doubled(self):
        for _ in range(2):
            files = [upload(encoded(draw(size=(64, height))), name=f"{height}.jpg") for height in (40, 48)]
            self.client.post(UPLOAD, {"files": files})

        self.assertEqual(Photo.objects.count(), 2)


class TwoAtOnceTests(TransactionTestCase):
    def test_really_at_once_the_same_file_is_one_photo(self):
        user = make_user()

        made = at_once(*[lambda: take_in_one(file=upload(), by=user)[1]] * 4)

        self.assertEqual((sorted(made), Photo.objects.count()), ([False, False, False, True], 1))


class WordsForAllTests(OneFileTestCase):
    def setUp(self):
        super().setUp()
        self.ma = make_contributor(name="马敏")
        self.words = {"caption": "比武现场。", "contributor": self.ma.pk}

    def described(self):
        return [(photo.caption, photo.printed_credit) for photo in Photo.objects.order_by("pk")]

    def test_are_for_a_file_that_says_nothing(self):
        self.send(**self.words)

        self.assertEqual(self.described(), [("比武现场。", "记者马敏 摄")])

    def test_give_way_to_what_the_file_says(self):
        make_contributor(name="何青")
        self.send(upload(jpeg(xmp=xmp(dc_description="厂房外景。", dc_creator=["何青"]))), **self.words)

        self.assertEqual(self.described(), [("厂房外景。", "记者何青 摄")])

    def test_credit_nobody_where_the_file_names_a_stranger(self):
        self.send(upload(jpeg(xmp=xmp(dc_creator=["孙七"]))), **self.words)
        self.client.post(UPLOAD, {"photo": [Photo.objects.get().pk], **self.words})

        self.assertEqual(self.described(), [("比武现场。", "")])

    def test_typed_after_the_files_were_sent_reach_those_without(self):
        silent = self.send()["photo"]
        told = make_photo(caption="自己的。", uploaded_by=self.user, by=[photographer("何青")], size=(80, 60)).pk

        response = self.client.post(UPLOAD, {"photo": [told, silent], **self.words})

        self.assertRedirects(response, f"/admin/media/photo/captions/?photos={told},{silent}")
        self.assertEqual(self.described(), [("比武现场。", "记者马敏 摄"), ("自己的。", "何青 摄")])
        self.assertEqual(Photo.objects.get(pk=silent).label["creators"], ["马敏"])

    def test_reach_no_photo_of_others(self):
        other = make_photo(caption="", uploaded_by=make_user())

        self.client.post(UPLOAD, {"photo": [other.pk], **self.words})

        self.assertEqual(self.described(), [("", "")])

    def test_that_are_wrong_lose_no_photo_and_are_pointed_out(self):
        photo = self.send(contributor="999")["photo"]

        response = self.client.post(UPLOAD, {"photo": [photo], "contributor": "999"})

        self.assertContains(response, f'name="photo" value="{photo}" checked')
        self.assertContains(response, "errorlist")
