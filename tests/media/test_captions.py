from datetime import datetime
from unittest.mock import patch

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from media.models import Photo
from tests.factories import illustrate, make_contributor, make_photo, make_published, make_user, photographer
from tests.opened import opened

CAPTIONS = "/admin/media/photo/captions/"


def table_of(photos):
    return f"{CAPTIONS}?photos={','.join(str(photo.pk) for photo in photos)}"


class DeskTestCase(TestCase):
    def setUp(self):
        self.user = make_user(group="摄影")
        self.client.force_login(self.user)


class CaptionTableTests(DeskTestCase):
    def save(self, *photos, **fields):
        typed = {f"photo-{photo.pk}-{name}": value for photo in photos for name, value in fields.items()}
        return self.client.post(table_of(photos), typed)

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
        for nonsense in ("?photos=", "?photos=abc,;--", f"?photos={'9' * 40}"):
            self.assertContains(self.client.get(CAPTIONS + nonsense), "这里没有您可以修改的图片。")


class CreditInPrintTests(DeskTestCase):
    def test_another_photographer_brings_the_story_to_another_list(self):
        photo = make_photo(uploaded_by=self.user, by=[photographer("马敏")])
        article = make_published()
        illustrate(article=article, photo=photo)
        li = make_contributor(name="李凡")
        self.client.force_login(make_user(group="编辑"))

        self.client.post(table_of([photo]), {f"photo-{photo.pk}-contributor": li.pk})

        listed = article.listings.filter(kind="contributor")
        self.assertEqual(list(listed.values_list("key", flat=True)), [str(li.pk)])


class RowByRowTests(DeskTestCase):
    def row(self, photo, **fields):
        return {f"photo-{photo.pk}-{name}": value for name, value in fields.items()}

    def test_a_bad_row_takes_no_other_with_it(self):
        good, bad = (make_photo(caption="", uploaded_by=self.user) for _ in range(2))
        typed = self.row(good, caption="好的。") | self.row(bad, caption="坏的。", taken_at="昨天")

        response = self.client.post(table_of([good, bad]), typed)

        self.assertContains(response, "有1行未保存")
        self.assertContains(response, "坏的。")
        self.assertEqual([photo.caption for photo in Photo.objects.order_by("pk")], ["好的。", ""])

    def test_the_refused_row_is_saved_once_it_is_put_right(self):
        good, bad = (make_photo(caption="", uploaded_by=self.user) for _ in range(2))
        address = table_of([good, bad])
        typed = self.row(good, caption="好的。") | self.row(bad, caption="坏的。", taken_at="昨天")
        refused = opened(self.client.post(address, opened(self.client.get(address)) | typed))

        self.client.post(address, refused | self.row(bad, taken_at="2023-03-02T10:20"))

        self.assertEqual([photo.caption for photo in Photo.objects.order_by("pk")], ["好的。", "坏的。"])
        self.assertEqual(timezone.localtime(Photo.objects.get(pk=bad.pk).taken_at).hour, 10)

    def test_a_table_sent_as_it_was_opened_changes_nothing(self):
        taken = timezone.make_aware(datetime(2023, 3, 2, 10, 20, 30))
        photo = make_photo(uploaded_by=self.user, taken_at=taken, headline="比武", by=[photographer("马敏")])
        before = Photo.objects.values().get()

        self.client.post(table_of([photo]), opened(self.client.get(table_of([photo]))))

        self.assertEqual(Photo.objects.values().get(), before)

    def test_a_row_that_nobody_touched_here_keeps_what_somebody_else_has_stored(self):
        mine, other = (make_photo(caption="旧。", uploaded_by=self.user) for _ in range(2))
        form = opened(self.client.get(table_of([mine, other])))
        Photo.objects.filter(pk=other.pk).update(caption="别人的新说明。")

        response = self.client.post(table_of([mine, other]), form | self.row(mine, caption="我的。"))

        self.assertEqual(response.status_code, 302)
        self.assertEqual([photo.caption for photo in Photo.objects.order_by("pk")], ["我的。", "别人的新说明。"])

    def test_all_that_goes_with_a_picture_is_written_here(self):
        photo = make_photo(caption="", uploaded_by=self.user)
        words = {
            "headline": "比武",
            "place": "店口",
            "alt": "两名工人",
            "keywords": "工会、比武",
            "credit_line": "工会供图",
        }

        self.client.post(table_of([photo]), self.row(photo, **words))

        self.assertEqual(Photo.objects.values(*words).get(), words)

    def test_a_row_that_did_not_come_is_not_emptied(self):
        come, lost = (make_photo(caption="旧。", uploaded_by=self.user) for _ in range(2))

        self.client.post(table_of([come, lost]), self.row(come, caption="新。"))

        self.assertEqual([photo.caption for photo in Photo.objects.order_by("pk")], ["新。", "旧。"])


class WhichPhotosTests(DeskTestCase):
    def test_stand_in_the_order_of_the_address(self):
        photos = [make_photo(uploaded_by=self.user) for _ in range(3)]

        rows = self.client.get(table_of(photos[::-1])).context["rows"]

        self.assertEqual([form.instance for form in rows.forms], photos[::-1])

    def test_without_an_address_the_own_ones_that_lack_words(self):
        make_photo(caption="写好了。", uploaded_by=self.user, by=[photographer("马敏")])
        uncaptioned = make_photo(caption="", uploaded_by=self.user, by=[photographer("马敏")])
        uncredited = make_photo(uploaded_by=self.user)
        make_photo(caption="", uploaded_by=make_user())

        rows = self.client.get(CAPTIONS).context["rows"]

        self.assertEqual([form.instance for form in rows.forms], [uncredited, uncaptioned])

    def test_what_does_not_fit_one_table_comes_after_it(self):
        photos = [make_photo(uploaded_by=self.user) for _ in range(3)]

        with patch("media.admin.captions.AT_ONCE", 2):
            self.assertContains(self.client.get(table_of(photos)), "保存后还有1张图片")
            response = self.client.post(table_of(photos), {})

        self.assertRedirects(response, table_of(photos[2:]))

    def test_the_list_finds_those_that_lack_words(self):
        make_photo(caption="写好了。", by=[photographer("马敏")])
        make_photo(caption="缺署名。")
        make_photo(caption="", by=[photographer("马敏")])

        found = {asked: self.listed(asked) for asked in ("words", "caption", "credit")}

        self.assertEqual(found, {"words": ["", "缺署名。"], "caption": [""], "credit": ["缺署名。"]})

    def listed(self, lacks):
        listed = self.client.get("/admin/media/photo/", {"lacks": lacks}).context["cl"].result_list
        return [photo.caption for photo in listed]


class QuestionTests(DeskTestCase):
    def credited(self, *names):
        return [make_photo(uploaded_by=self.user, by=[photographer(name)]) for name in names]

    def queries(self, photos, act):
        with CaptureQueriesContext(connection) as captured:
            act(table_of(photos))
        return len(captured)

    def test_a_table_asks_as_much_for_many_photos_as_for_one(self):
        photos = [
            make_photo(uploaded_by=self.user, by=[photographer(name)]) for name in ["马敏", "何青", "李凡", "周亦行"]
        ]

        one = self.queries(photos[:1], self.client.get)

        self.assertEqual(self.queries(photos, self.client.get), one)

    def test_and_so_does_one_that_comes_back_with_nothing_changed(self):
        photos = [
            make_photo(uploaded_by=self.user, by=[photographer(name)]) for name in ["马敏", "何青", "李凡", "周亦行"]
        ]

        def send(address):
            self.client.post(address, opened(self.client.get(address)))

        one = self.queries(photos[:1], send)

        self.assertEqual(self.queries(photos, send), one)
