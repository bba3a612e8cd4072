from django.test import TestCase
from django.urls import reverse

from media.models import Photo
from tests.factories import illustrate, make_article, make_contributor, make_desk, make_photo, make_user
from tests.pictures import draw, encoded, upload

ADD = "/admin/media/photo/add/"


def change(photo):
    return reverse("admin:media_photo_change", args=[photo.pk])


def typed(**fields):
    """What the photo's form sends; bylines as rows of (contributor, standing)."""
    rows = fields.pop("bylines", [])
    management = {"bylines-TOTAL_FORMS": len(rows), "bylines-INITIAL_FORMS": 0}
    credits = {
        f"bylines-{number}-{name}": value
        for number, (contributor, standing) in enumerate(rows)
        for name, value in [
            ("contributor", contributor.pk),
            ("standing", standing),
            ("role", "photographer"),
            ("order", number),
        ]
    }
    return {"caption": "", **management, **credits, **fields}


class PhotographerTestCase(TestCase):
    def setUp(self):
        self.photographer = make_user(group="摄影", name="马敏")
        self.client.force_login(self.photographer)


class UploadTests(PhotographerTestCase):
    def test_takes_in_a_photo_with_caption_and_credit(self):
        ma = make_contributor(name="马敏", usual_role="correspondent")

        self.client.post(ADD, typed(picture=upload(), caption="职工在比赛。", bylines=[(ma, "")]))

        photo = Photo.objects.get()
        self.assertEqual((photo.caption, photo.printed_credit), ("职工在比赛。", "通讯员马敏 摄"))
        self.assertEqual((photo.uploaded_by, photo.filename, photo.width), (self.photographer, "海边.jpg", 64))

    def test_says_in_chinese_what_is_wrong_with_a_file(self):
        response = self.client.post(ADD, typed(picture=upload(b"II*\x00" + b"\x00" * 40, name="DSC_1.NEF")))

        sentence = "“DSC_1.NEF”是相机的RAW原始文件（Nikon NEF），报纸不能直接使用。请先导出为JPEG再上传。"
        self.assertContains(response, sentence)
        self.assertFalse(Photo.objects.exists())

    def test_names_an_empty_file_too(self):
        response = self.client.post(ADD, typed(picture=upload(b"", name="空.jpg")))

        self.assertContains(response, "“空.jpg”是空文件（0字节）")

    def test_wants_a_picture(self):
        self.assertContains(self.client.post(ADD, typed(caption="没有图")), "这个字段是必填项。")


class ReplacingTests(PhotographerTestCase):
    def test_a_new_file_brings_a_new_address_to_a_photo_in_use(self):
        photo = make_photo(uploaded_by=self.photographer)
        article = make_article()
        illustrate(article=article, photo=photo)

        self.client.post(change(photo), typed(picture=upload(encoded(draw(size=(90, 60))))))

        shown = article.illustrations.get().photo
        self.assertNotEqual(shown.key, photo.key)
        self.assertEqual((shown.pk, shown.width), (photo.pk, 90))

    def test_a_new_caption_leaves_the_picture_alone(self):
        photo = make_photo(uploaded_by=self.photographer)

        self.client.post(change(photo), typed(caption="另一句说明。"))

        changed = Photo.objects.get()
        self.assertEqual((changed.caption, changed.key), ("另一句说明。", photo.key))


class RightsTests(PhotographerTestCase):
    def test_a_photographer_looks_at_the_photos_of_others_and_changes_none(self):
        photo = make_photo(caption="别人的图。", uploaded_by=make_user())

        self.assertContains(self.client.get(change(photo)), "别人的图。")
        self.assertEqual(self.client.post(change(photo), typed(caption="改了。")).status_code, 403)
        self.assertEqual(Photo.objects.get().caption, "别人的图。")

    def test_an_editor_changes_everybodys(self):
        photo = make_photo(uploaded_by=self.photographer)
        self.client.force_login(make_user(group="编辑"))

        self.client.post(change(photo), typed(caption="编辑改过。"))

        self.assertEqual(Photo.objects.get().caption, "编辑改过。")

    def test_who_may_not_upload_sees_no_upload_page(self):
        self.client.force_login(make_user())

        for address in (ADD, "/admin/media/photo/upload/", "/admin/media/photo/captions/"):
            self.assertEqual(self.client.get(address).status_code, 403, address)

    def test_the_desks_pages_need_a_login(self):
        self.client.logout()

        for address in ("/admin/media/photo/upload/", "/admin/media/photo/captions/"):
            self.assertEqual(self.client.get(address).status_code, 302, address)


class DeletingTests(TestCase):
    def setUp(self):
        self.client.force_login(make_user(is_superuser=True))

    def test_a_photo_in_a_story_stays_and_the_page_says_why(self):
        photo = make_photo()
        illustrate(article=make_article(), photo=photo)

        response = self.client.post(f"/admin/media/photo/{photo.pk}/delete/", {"post": "yes"}, follow=True)

        self.assertContains(response, "这张图片正被稿件使用，不能删除。请先从稿件中移除，再来删除。")
        self.assertTrue(Photo.objects.exists())

    def test_many_at_once_do_not_take_a_used_one_along(self):
        photo = make_photo()
        illustrate(article=make_article(), photo=photo)
        chosen = {"action": "delete_selected", "_selected_action": [photo.pk], "post": "yes"}

        self.client.post("/admin/media/photo/", chosen)

        self.assertTrue(Photo.objects.exists())

    def test_an_unused_photo_goes(self):
        photo = make_photo()

        self.client.post(f"/admin/media/photo/{photo.pk}/delete/", {"post": "yes"})

        self.assertFalse(Photo.objects.exists())


class ChangePageTests(PhotographerTestCase):
    def test_links_to_no_original(self):
        photo = make_photo(uploaded_by=self.photographer)

        response = self.client.get(change(photo))

        self.assertContains(response, photo.largest["url"])
        self.assertNotContains(response, "originals/")

    def test_tells_nobody_the_headline_of_a_draft_that_is_not_theirs(self):
        photo = make_photo(uploaded_by=self.photographer)
        illustrate(article=make_article(headline="机密稿件", desk=make_desk()), photo=photo)

        for user in (self.photographer, make_user(group="记者")):
            self.client.force_login(user)
            response = self.client.get(change(photo))
            self.assertNotContains(response, "机密稿件")
            self.assertContains(response, "另有1篇他人稿件")
