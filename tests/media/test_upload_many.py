from unittest.mock import patch

from django.contrib.admin.models import LogEntry
from django.test import TestCase

from media.models import Photo
from tests.factories import make_contributor, make_user
from tests.pictures import draw, encoded, upload

UPLOAD = "/admin/media/photo/upload/"
CAPTIONS = "/admin/media/photo/captions/"


class DeskTestCase(TestCase):
    def setUp(self):
        self.user = make_user(group="摄影")
        self.client.force_login(self.user)

    def upload(self, *files, **fields):
        return self.client.post(UPLOAD, {"files": files, **fields}, follow=True)


def another(name):
    return upload(encoded(draw(size=(80, 60))), name=name)


class UploadManyTests(DeskTestCase):
    def test_takes_in_all_with_one_caption_and_one_photographer(self):
        ma = make_contributor(name="马敏", usual_role="correspondent")

        self.upload(upload(name="一.jpg"), another("二.jpg"), caption="比武现场。", contributor=ma.pk)

        photos = Photo.objects.order_by("pk")
        self.assertEqual(
            [(photo.filename, photo.caption, photo.printed_credit, photo.uploaded_by) for photo in photos],
            [(name, "比武现场。", "通讯员马敏 摄", self.user) for name in ("一.jpg", "二.jpg")],
        )
        self.assertEqual(LogEntry.objects.filter(user=self.user).count(), 2)

    def test_goes_on_to_their_captions(self):
        response = self.upload(upload(name="一.jpg"), another("二.jpg"))

        keys = ",".join(str(photo.pk) for photo in Photo.objects.order_by("pk"))
        self.assertEqual(response.redirect_chain[-1][0], f"{CAPTIONS}?photos={keys}")
        self.assertContains(response, "已上传2张图片。")
        self.assertContains(response, "二.jpg")

    def test_keeps_the_good_ones_and_names_the_bad_ones(self):
        response = self.upload(upload(name="好.jpg"), upload(b"", name="空.jpg"), upload(b"GIF89a", name="动.gif"))

        self.assertEqual(Photo.objects.get().filename, "好.jpg")
        self.assertContains(response, "“空.jpg”是空文件（0字节）")
        self.assertContains(response, "“动.gif”是GIF文件")

    def test_shows_the_form_again_when_none_was_good(self):
        response = self.upload(upload(b"", name="空.jpg"), caption="比武现场。")

        self.assertContains(response, "“空.jpg”是空文件（0字节）")
        self.assertContains(response, "比武现场。")

    def test_says_how_many_files_are_taken_where_there_are_too_many(self):
        files = [upload(b"x", name=f"{number}.jpg") for number in range(101)]

        self.assertContains(self.client.post(UPLOAD, {"files": files}), "最多100个文件", status_code=400)

    def test_wants_at_least_one_file(self):
        self.assertContains(self.client.post(UPLOAD, {"caption": ""}), "这个字段是必填项。")

    def test_keeps_the_earlier_ones_when_the_disk_is_full_and_says_so(self):
        full = patch("media.darkroom.store", side_effect=[None, None, None, OSError])
        with full, self.assertLogs("media.admin.uploads", "ERROR"):
            response = self.upload(upload(name="一.jpg"), another("二.jpg"))

        self.assertContains(response, "图片文件无法写入")
        self.assertEqual([photo.filename for photo in Photo.objects.all()], ["一.jpg"])

    def test_offers_a_photographers_own_name(self):
        make_contributor(name="马敏", user=self.user)

        self.assertContains(self.client.get(UPLOAD), "马敏</option>")
