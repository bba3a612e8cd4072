from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from media.models import Photo
from tests.factories import illustrate, make_contributor, make_photo, make_published, make_user, photographer
from tests.media.embedding import BYLINE, CAPTION, iim, jpeg, xmp
from tests.media.test_photo_admin import ADD, change, typed
from tests.media.test_upload_many import CAPTIONS
from tests.pictures import upload

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>\u202e"
AI = "digsrctype:trainedAlgorithmicMedia"


class DeskTestCase(TestCase):
    def setUp(self):
        self.user = make_user(group="摄影", name="马敏")
        self.client.force_login(self.user)

    def photo(self, **blocks):
        return make_photo(caption="", uploaded_by=self.user, file=upload(jpeg(**blocks)))


class UploadTests(DeskTestCase):
    def test_one_photo_is_filled_and_credited_from_its_file(self):
        make_contributor(name="马敏")

        self.client.post(ADD, typed(picture=upload(jpeg(xmp=xmp(dc_description="厂房外景。", dc_creator=["马敏"])))))

        photo = Photo.objects.get()
        self.assertEqual((photo.caption, photo.printed_credit), ("厂房外景。", "记者马敏 摄"))

    def test_a_typed_credit_and_caption_stand(self):
        ma, li = make_contributor(name="马敏"), make_contributor(name="李凡")
        content = jpeg(xmp=xmp(dc_description="厂房外景。", dc_creator=["马敏"]))

        for person in (li, ma):
            self.client.post(ADD, typed(picture=upload(content), caption="手写的。", bylines=[(person, "")]))

        photos = [(photo.caption, photo.printed_credit) for photo in Photo.objects.order_by("pk")]
        self.assertEqual(photos, [("手写的。", "记者李凡 摄"), ("手写的。", "记者马敏 摄")])

    def test_many_photos_each_from_its_own_file(self):
        files = [upload(jpeg(xmp=xmp(dc_description=words))) for words in ("第一张。", "第二张。")]

        self.client.post("/admin/media/photo/upload/", {"files": files})

        self.assertEqual([photo.caption for photo in Photo.objects.order_by("pk")], ["第一张。", "第二张。"])


class DoubtTests(DeskTestCase):
    def test_stand_in_the_form_and_in_the_captions_table(self):
        photo = self.photo(iim=iim((BYLINE, "孙七".encode()), (CAPTION, ("店" * 700).encode()[:2000])))

        for address in (change(photo), f"{CAPTIONS}?photos={photo.pk}"):
            response = self.client.get(address)
            self.assertContains(response, "文件中的摄影者为孙七，作者库中没有此人。")
            self.assertContains(response, "“图片说明”在文件中可能被截断。")

    def test_go_once_the_words_are_changed_and_somebody_is_credited(self):
        photo = self.photo(iim=iim((BYLINE, "孙七".encode()), (CAPTION, ("店" * 700).encode()[:2000])))
        sun = make_contributor(name="孙七")

        self.client.post(change(photo), typed(caption="完整的说明。", bylines=[(sun, "")]))

        self.assertNotContains(self.client.get(change(photo)), "photo-doubts")

    def test_a_photo_without_words_shows_no_panel(self):
        response = self.client.get(change(make_photo(uploaded_by=self.user)))

        self.assertNotContains(response, "photo-words")
        self.assertNotContains(response, "photo-doubts")

    def test_the_panel_says_what_stands_where(self):
        response = self.client.get(change(self.photo(xmp=xmp(xmpRights_UsageTerms="限用一次", dc_creator=["孙七"]))))

        for words in ("使用条款", "限用一次", "XMP", "摄影者"):
            self.assertContains(response, words)


class AiTests(DeskTestCase):
    def test_nobody_hides_what_the_file_says(self):
        photo = self.photo(xmp=xmp(ext_DigitalSourceType=AI))

        response = self.client.post(change(photo), typed(digital_source_type="digitalCapture"))

        self.assertContains(response, "文件中标明由AI生成，不得隐去。")
        self.assertTrue(Photo.objects.get().is_ai_made)

    def test_an_editor_marks_what_the_file_does_not_say(self):
        photo = make_photo(uploaded_by=self.user)

        self.client.post(change(photo), typed(digital_source_type="trainedAlgorithmicMedia"))

        self.assertEqual(Photo.objects.get().label, {"source_type": "trainedAlgorithmicMedia"})

    def test_the_mark_stands_on_the_desks_and_on_the_readers_pages(self):
        article = make_published()
        illustrate(article=article, photo=make_photo(digital_source_type="trainedAlgorithmicMedia"))

        places = {article.get_absolute_url(): "photo-ai", "/admin/media/photo/": "wall-mark wall-mark-ai"}
        for address, place in places.items():
            self.assertContains(self.client.get(address), f'<span class="{place}">AI生成</span>', html=True)


class LabelTests(DeskTestCase):
    def test_a_credit_put_right_in_the_form_reaches_the_public_files(self):
        photo, ma = make_photo(uploaded_by=self.user), make_contributor(name="马敏")

        self.client.post(change(photo), typed(bylines=[(ma, "")]))

        self.assertEqual(Photo.objects.get().label, {"creators": ["马敏"], "credit": "记者马敏 摄"})

    def test_and_so_does_one_in_the_captions_table(self):
        photo, ma = make_photo(uploaded_by=self.user), make_contributor(name="马敏")

        self.client.post(f"{CAPTIONS}?photos={photo.pk}", {f"photo-{photo.pk}-contributor": ma.pk})

        self.assertEqual(Photo.objects.get().label["creators"], ["马敏"])


class HostileTests(DeskTestCase):
    def test_no_word_of_a_file_becomes_markup(self):
        names = ("dc_description", "photoshop_Headline", "photoshop_Credit", "photoshop_City", "xmpRights_UsageTerms")
        words = xmp(dc_creator=[HOSTILE], dc_subject=[HOSTILE], **dict.fromkeys(names, HOSTILE))
        photo = self.photo(xmp=words, iim=iim((CAPTION, b"other <script>alert(3)</script>")))
        article = make_published()
        illustrate(article=article, photo=photo)

        self.client.force_login(make_user(group="编辑"))
        listed = reverse("admin:media_photo_changelist")
        for address in (change(photo), f"{CAPTIONS}?photos={photo.pk}", listed, article.get_absolute_url()):
            response = self.client.get(address)
            self.assertContains(response, "&lt;script&gt;alert(1)")
            for markup in ("<script>alert", "<img src=x", "\u202e"):
                self.assertNotContains(response, markup)


class QuestionTests(DeskTestCase):
    def queries(self, address):
        with CaptureQueriesContext(connection) as captured:
            self.assertEqual(self.client.get(address).status_code, 200)
        return len(captured)

    def doubtful(self):
        photo = self.photo(xmp=xmp(dc_creator=["孙七"], dc_description="厂房外景。"))
        photo.bylines.create(contributor=make_contributor(name="马敏"), role=photographer("")[0])
        return str(photo.pk)

    def test_the_list_asks_as_much_for_three_photos_as_for_one(self):
        self.doubtful()
        one = self.queries("/admin/media/photo/")
        self.doubtful(), self.doubtful()

        self.assertEqual(self.queries("/admin/media/photo/"), one)

    def test_the_captions_ask_for_doubts_no_more_than_for_none(self):
        doubtful, plain = self.doubtful(), make_photo(uploaded_by=self.user, by=[photographer("马敏")])

        self.assertEqual(self.queries(f"{CAPTIONS}?photos={doubtful}"), self.queries(f"{CAPTIONS}?photos={plain.pk}"))

    def test_an_upload_asks_as_much_for_three_names_as_for_one(self):
        def asked(names):
            with CaptureQueriesContext(connection) as captured:
                self.photo(xmp=xmp(dc_creator=names, photoshop_City="诸暨"))
            return len(captured)

        one = asked(["孙七"])

        self.assertEqual(asked(["孙七", "何青", "周永卫"]), one)
