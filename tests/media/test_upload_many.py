from unittest.mock import patch

from django.contrib.admin.models import LogEntry
from django.test import TestCase

from media.models import Photo
from tests.factories import illustrate, make_contributor, make_photo, make_published, make_user, photographer
from tests.pictures import upload

UPLOAD = "/admin/media/photo/upload/"
CAPTIONS = "/admin/media/photo/captions/"


class DeskTestCase(TestCase):
    def setUp(self):
        self.user = make_user(group="摄影")
        self.client.force_login(self.user)

    def upload(self, *files, **fields):
        return self.client.post(UPLOAD, {"files": files, **fields}, follow=True)


class UploadManyTests(DeskTestCase):
    def test_takes_in_all_with_one_caption_and_one_photographer(self):
        ma = make_contributor(name="马敏", usual_role="correspondent")

        self.upload(upload(name="一.jpg"), upload(name="二.jpg"), caption="比武现场。", contributor=ma.pk)

        photos = Photo.objects.order_by("pk")
        self.assertEqual(
            [(photo.filename, photo.caption, photo.printed_credit, photo.uploaded_by) for photo in photos],
            [(name, "比武现场。", "通讯员马敏 摄", self.user) for name in ("一.jpg", "二.jpg")],
        )
        self.assertEqual(LogEntry.objects.filter(user=self.user).count(), 2)

    def test_goes_on_to_their_captions(self):
        response = self.upload(upload(name="一.jpg"), upload(name="二.jpg"))

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

    def test_wants_at_least_one_file(self):
        self.assertContains(self.client.post(UPLOAD, {"caption": ""}), "这个字段是必填项。")

    def test_keeps_the_earlier_ones_when_the_disk_is_full(self):
        with patch("media.darkroom.store", side_effect=[None, None, None, OSError]), self.assertRaises(OSError):
            self.upload(upload(name="一.jpg"), upload(name="二.jpg"))

        self.assertEqual([photo.filename for photo in Photo.objects.all()], ["一.jpg"])

    def test_offers_a_photographers_own_name(self):
        make_contributor(name="马敏", user=self.user)

        self.assertContains(self.client.get(UPLOAD), "马敏</option>")


class CaptionTableTests(DeskTestCase):
    def save(self, *photos, **fields):
        rows = {"photos-TOTAL_FORMS": len(photos), "photos-INITIAL_FORMS": len(photos)}
        for number, photo in enumerate(photos):
            rows |= {f"photos-{number}-{name}": value for name, value in {"id": photo.pk, **fields}.items()}
        keys = ",".join(str(photo.pk) for photo in photos)
        return self.client.post(f"{CAPTIONS}?photos={keys}", rows)

    def test_saves_captions_and_credits(self):
        photos = [make_photo(uploaded_by=self.user), make_photo(uploaded_by=self.user)]
        li = make_contributor(name="李凡")

        response = self.save(*photos, caption="新说明。", contributor=li.pk, standing="reporter")

        self.assertRedirects(response, "/admin/media/photo/")
        for photo in Photo.objects.all():
            self.assertEqual((photo.caption, photo.printed_credit), ("新说明。", "记者李凡 摄"))

    def test_puts_another_photographer_in_the_place_of_the_first(self):
        photo = make_photo(uploaded_by=self.user, by=[photographer("马敏")])
        li = make_contributor(name="李凡")

        self.save(photo, caption="", contributor=li.pk, standing="")

        self.assertEqual([byline.name for byline in photo.bylines.all()], ["李凡"])

    def test_takes_a_wrong_name_away(self):
        photo = make_photo(uploaded_by=self.user, by=[photographer("马敏")])

        self.save(photo, caption="", contributor="", standing="")

        self.assertEqual(photo.bylines.count(), 0)

    def test_leaves_what_was_printed_alone_where_nothing_was_changed(self):
        photo = make_photo(uploaded_by=self.user, by=[photographer("马敏")])
        byline = photo.bylines.get()

        self.save(photo, caption="新说明。", contributor=byline.contributor.pk, standing="")

        self.assertEqual(photo.bylines.get().pk, byline.pk)
        self.assertEqual(photo.bylines.get().standing, "")

    def test_shows_and_changes_no_photo_of_others(self):
        photo = make_photo(caption="别人的。", uploaded_by=make_user())

        self.assertNotContains(self.client.get(f"{CAPTIONS}?photos={photo.pk}"), "别人的。")
        self.save(photo, caption="改了。", contributor="", standing="")

        self.assertEqual(Photo.objects.get().caption, "别人的。")

    def test_is_reached_from_the_list(self):
        photo = make_photo(uploaded_by=self.user)

        response = self.client.post(
            "/admin/media/photo/", {"action": "caption_selected", "_selected_action": [photo.pk]}
        )

        self.assertRedirects(response, f"{CAPTIONS}?photos={photo.pk}")

    def test_an_address_with_nonsense_shows_nothing(self):
        for nonsense in ("", "?photos=", "?photos=abc,;--", f"?photos={'9' * 40}"):
            self.assertContains(self.client.get(CAPTIONS + nonsense), "这里没有您可以修改的图片。")


class CreditInPrintTests(DeskTestCase):
    def test_another_photographer_brings_the_story_to_another_list(self):
        photo = make_photo(uploaded_by=self.user, by=[photographer("马敏")])
        article = make_published()
        illustrate(article=article, photo=photo)
        li = make_contributor(name="李凡")
        rows = {"TOTAL_FORMS": 1, "INITIAL_FORMS": 1, "0-id": photo.pk, "0-caption": "", "0-contributor": li.pk}
        self.client.force_login(make_user(group="编辑"))

        typed = {f"photos-{name}": value for name, value in rows.items()}
        self.client.post(f"{CAPTIONS}?photos={photo.pk}", typed)

        self.assertEqual(list(article.listings.values_list("kind", "key")), [("contributor", str(li.pk))])
