"""Where photographers and editors are told that a picture is there already."""

from time import time

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from media.models import KeptBoth, Likeness, Photo
from tests.factories import illustrate, make_article, make_photo, make_user
from tests.media.alike import darker, scene, scene_file
from tests.pictures import encoded, upload

ONE = "/admin/media/photo/upload/file/"
UPLOAD = "/admin/media/photo/upload/"
CAPTIONS = "/admin/media/photo/captions/"
SAME, LIKE = "同一张图片：", "相近图片："


def form_of(photo):
    return f"/admin/media/photo/{photo.pk}/change/"


def captions_of(*photos):
    return f"{CAPTIONS}?photos={','.join(str(photo.pk) for photo in photos)}"


def like(number, quality=60):
    return upload(encoded(darker(scene(number)), quality=quality), name=f"{number}-{quality}.jpg")


class DeskTestCase(TestCase):
    def setUp(self):
        self.user, self.colleague = make_user(group="摄影"), make_user(group="摄影", username="马敏")
        self.client.force_login(self.user)
        self.theirs = make_photo(caption="比武现场。", file=scene_file(1), uploaded_by=self.colleague)

    def send(self, file, began=0):
        return self.client.post(ONE, {"file": file, "began": began}).json()

    def mine(self, file=None):
        return make_photo(caption="我拍的。", file=file or scene_file(1), uploaded_by=self.user)


class UploadLineTests(DeskTestCase):
    def test_shows_the_same_picture_of_a_colleague_and_who_has_uploaded_it(self):
        said = self.send(scene_file(1))["alike"]

        for shown in (SAME, "比武现场。", "马敏", form_of(self.theirs), self.theirs.thumbnail_url):
            self.assertIn(shown, said)

    def test_shows_a_picture_that_looks_like_it(self):
        self.assertIn(LIKE, self.send(like(1))["alike"])

    def test_is_silent_about_a_picture_that_is_new(self):
        self.assertNotIn("alike", self.send(scene_file(2)))

    def test_a_series_is_no_warning(self):
        first, second = self.send(scene_file(2)), self.send(like(2))

        self.assertEqual(second["series"], [first["photo"]])
        self.assertNotIn("alike", second)

    def test_a_picture_of_the_own_earlier_upload_is_shown(self):
        self.send(scene_file(2))

        for began in (int(time()) + 5, "", "vorhin", "9" * 40):
            self.assertIn(LIKE, self.send(like(2), began)["alike"])

    def test_is_silent_to_whoever_may_not_see_photos(self):
        newcomer = make_user()
        newcomer.user_permissions.add(*permissions("add_photo"))
        self.client.force_login(newcomer)

        answer = self.send(scene_file(1))

        self.assertIn("photo", answer)
        self.assertNotIn("比武现场", str(answer))
        self.assertNotIn("alike", answer)

    def test_names_the_stories_that_this_colleague_may_see(self):
        illustrate(article=make_article(headline="内部选题"), photo=self.theirs)

        said = self.send(scene_file(1))["alike"]

        self.assertNotIn("内部选题", said)
        self.assertIn("1篇他人稿件", said)


def permissions(*codenames):
    from django.contrib.auth.models import Permission

    return Permission.objects.filter(codename__in=codenames)


class WithoutScriptTests(DeskTestCase):
    def test_says_how_many_are_there_already_and_shows_them_in_the_table(self):
        response = self.client.post(UPLOAD, {"files": [scene_file(1), scene_file(2)]}, follow=True)

        self.assertContains(response, "有1张图片与库中已有图片相同或相近")
        self.assertContains(response, SAME, count=1)

    def test_the_form_for_one_says_it_too(self):
        management = {f"bylines-{name}_FORMS": 0 for name in ("TOTAL", "INITIAL")}
        typed = {"caption": "比武。", "picture": scene_file(1), "rights": "own", **management}

        response = self.client.post("/admin/media/photo/add/", typed, follow=True)

        self.assertEqual(Photo.objects.count(), 2)
        self.assertContains(response, "有1张图片与库中已有图片相同或相近")


class TableTests(DeskTestCase):
    def test_forty_pictures_of_one_meeting_are_told_of_once(self):
        row = Likeness.objects.get()
        photos = [Photo.objects.create(caption="", uploaded_by=self.user) for _ in range(40)]
        Likeness.objects.bulk_create(
            Likeness(photo=photo, first=row.first ^ 1 << number % 4, second=1, third=2, fourth=3)
            for number, photo in enumerate(photos)
        )

        response = self.client.get(captions_of(*photos))

        self.assertContains(response, "同一小时内上传的另有39张与它相近", count=1)
        self.assertContains(response, "同一小时内上传的另有", count=1)
        self.assertNotContains(response, LIKE)

    def test_asks_no_more_for_many_rows_than_for_one(self):
        mine = [self.mine(scene_file(number)) for number in range(4)]
        for number in range(4):
            illustrate(article=make_article(), photo=make_photo(file=scene_file(number), uploaded_by=self.colleague))

        asked = []
        for photos in (mine[:1], mine):
            self.client.get(captions_of(*photos))
            with CaptureQueriesContext(connection) as queries:
                self.assertContains(self.client.get(captions_of(*photos)), SAME)
            asked.append(len(queries))

        self.assertEqual(asked[0], asked[1])

    def test_what_is_ticked_stays_gone(self):
        photo = self.mine()
        address = captions_of(photo)
        pair = f"{photo.pk}-{self.theirs.pk}"
        self.assertContains(self.client.get(address), f'name="keep_both" value="{pair}"')

        self.client.post(address, {"keep_both": pair})

        self.assertNotContains(self.client.get(address), SAME)
        self.assertNotContains(self.client.get(form_of(self.theirs)), SAME)
        self.assertEqual(KeptBoth.objects.get().by, self.user)

    def test_nonsense_ticks_nothing(self):
        photo = self.mine()
        stranger = make_photo(uploaded_by=self.colleague)
        pairs = ["", "x-y", f"{photo.pk}-", f"{photo.pk}-999999", f"{stranger.pk}-{self.theirs.pk}", "9" * 30 + "-1"]

        self.client.post(captions_of(photo), {"keep_both": pairs})

        self.assertFalse(KeptBoth.objects.exists())


class FormTests(DeskTestCase):
    def test_shows_both_side_by_side(self):
        photo = self.mine()

        response = self.client.get(form_of(photo))

        for shown in (SAME, photo.thumbnail_url, self.theirs.thumbnail_url, 'name="keep_both"'):
            self.assertContains(response, shown)

    def test_whoever_may_only_look_has_nothing_to_tick(self):
        self.mine()

        response = self.client.get(form_of(self.theirs))

        self.assertContains(response, SAME)
        self.assertNotContains(response, 'name="keep_both"')

    def test_a_series_is_shown_in_one_line(self):
        photo, _other = self.mine(scene_file(2)), self.mine(like(2))

        response = self.client.get(form_of(photo))

        self.assertContains(response, "同一小时内上传的另有1张与它相近")
        self.assertNotContains(response, LIKE)

    def test_saving_the_form_keeps_what_was_ticked(self):
        photo = self.mine()
        management = {f"bylines-{name}_FORMS": 0 for name in ("TOTAL", "INITIAL")}
        ticked = {"keep_both": f"{photo.pk}-{self.theirs.pk}", "caption": "我拍的。", "rights": "own", **management}

        self.client.post(form_of(photo), ticked)

        self.assertNotContains(self.client.get(form_of(photo)), SAME)
