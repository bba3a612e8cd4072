"""What a photo keeps while readers see it, or will: in its own form, in the captions table, and per use."""

from datetime import timedelta

from django.test import TestCase
from django.urls import reverse
from django.utils import timezone

from articles import publishing
from desk.models import AuditEntry
from media.models import Photo
from tests.factories import (
    illustrate,
    make_article,
    make_contributor,
    make_photo,
    make_published,
    make_user,
    photographer,
)

CAPTION_STAYS = "已发布或已定时的稿件正用着这条图片说明：可以改，不能留空。"
CREDIT_STAYS = "已发布或已定时的稿件正用着这张图片：署名不能空缺。"
SOURCE_IS_NAMED = "已发布或已定时的稿件正用着这张图片：请写明来源。"


class KeepingTestCase(TestCase):
    def setUp(self):
        self.client.force_login(make_user(group="总编"))
        self.photo = make_photo(caption="原说明。", by=[photographer("马敏")])
        self.byline = self.photo.bylines.get()

    def stand(self, *, hours=-1, **fields):
        article = make_published(at=timezone.now() + timedelta(hours=hours))
        return illustrate(article=article, photo=self.photo, **fields)

    def stored(self):
        photo = Photo.objects.get()
        return photo.caption, photo.bylines.count()


class FormTests(KeepingTestCase):
    def save(self, *, credited=True, **fields):
        row = {"id": self.byline.pk, "contributor": self.byline.contributor_id, "role": "photographer", "order": 0}
        row |= {"name": self.byline.name, **({} if credited else {"DELETE": "on"})}
        rows = {f"bylines-0-{name}": value for name, value in row.items()}
        rows |= {"bylines-TOTAL_FORMS": 1, "bylines-INITIAL_FORMS": 1}
        form = {"caption": "原说明。", "rights": "own", "source": "", **rows, **fields}
        return self.client.post(reverse("admin:media_photo_change", args=[self.photo.pk]), form)

    def test_a_caption_in_print_is_changed_and_not_taken_away(self):
        self.stand()

        self.assertEqual(self.save(caption="新说明。").status_code, 302)
        self.assertContains(self.save(caption="", headline="新写的"), CAPTION_STAYS)
        self.assertEqual(self.stored(), ("新说明。", 1))

    def test_signs_that_nobody_sees_are_no_caption(self):
        self.stand()

        self.assertContains(self.save(caption="\u200b\u3000"), CAPTION_STAYS)

    def test_a_draft_keeps_none_of_them(self):
        self.save(caption="\u200b", alt="\u2060")

        self.assertEqual(Photo.objects.values_list("caption", "alt").get(), ("", ""))

    def test_nor_one_that_waits_for_its_time(self):
        self.stand(hours=1)

        self.assertContains(self.save(caption=""), CAPTION_STAYS)

    def test_it_may_go_where_every_use_has_words_of_its_own(self):
        self.stand(caption="这里的说明。")

        self.assertEqual(self.save(caption="").status_code, 302)

    def test_but_not_where_one_use_has_none(self):
        self.stand(caption="这里的说明。")
        self.stand()

        self.assertContains(self.save(caption=""), CAPTION_STAYS)

    def test_the_last_credit_stays(self):
        self.stand()

        self.assertContains(self.save(credited=False), CREDIT_STAYS)
        self.assertEqual(self.stored(), ("原说明。", 1))

    def test_a_photo_from_elsewhere_names_its_source(self):
        self.stand()

        self.assertContains(self.save(rights="reprint"), SOURCE_IS_NAMED)
        self.assertEqual(self.save(rights="reprint", source="新华社").status_code, 302)
        self.assertContains(self.save(rights="reprint"), SOURCE_IS_NAMED)

    def test_a_draft_or_a_withdrawn_story_holds_nothing(self):
        illustrate(article=make_article(), photo=self.photo)
        publishing.withdraw(self.stand().article)

        self.assertEqual(self.save(caption="", credited=False, rights="reprint").status_code, 302)
        self.assertEqual(self.stored(), ("", 0))

    def test_a_form_from_before_there_were_rights_changes_none(self):
        Photo.objects.update(rights="agency", source="新华社")

        response = self.client.post(
            reverse("admin:media_photo_change", args=[self.photo.pk]),
            {"caption": "新说明。", "source": "新华社", "bylines-TOTAL_FORMS": 0, "bylines-INITIAL_FORMS": 0},
        )

        self.assertEqual((response.status_code, Photo.objects.get().rights), (302, "agency"))


class TableTests(KeepingTestCase):
    def save(self, **fields):
        row = {f"photo-{self.photo.pk}-{name}": value for name, value in fields.items()}
        return self.client.post(f"{reverse('admin:media_photo_captions')}?photos={self.photo.pk}", row)

    def test_a_row_says_why_a_caption_or_credit_stays(self):
        self.stand()

        for nothing in ("", "\ufeff"):
            self.assertContains(self.save(caption=nothing), CAPTION_STAYS)
        self.assertContains(self.save(contributor=""), CREDIT_STAYS)
        self.assertContains(self.save(rights="agency"), SOURCE_IS_NAMED)
        self.assertEqual(self.stored(), ("原说明。", 1))

    def test_one_of_two_credits_may_go(self):
        self.stand()
        self.photo.bylines.create(contributor=make_contributor(name="新华社"), role="agency", order=1)

        self.assertEqual(self.save(contributor="").status_code, 302)

    def test_rights_and_source_are_given_in_the_table_and_noted(self):
        self.stand()

        self.assertEqual(self.save(rights="agency", source="新华社").status_code, 302)

        self.assertEqual(Photo.objects.get().source, "新华社")
        self.assertEqual(AuditEntry.objects.get(verb="rights").words, "使用权：自有 → 通讯社供稿")

    def test_a_row_without_rights_changes_none(self):
        Photo.objects.update(rights="one_use")

        self.save(caption="新说明。")

        self.assertEqual(Photo.objects.get().rights, "one_use")


class OneUseTests(KeepingTestCase):
    """Declared where two stories have had the photo already."""

    USED_TWICE = "已有不止一篇发过或定了时的稿件用了它，不能改为仅用一次。"

    def form(self):
        rows = {"bylines-TOTAL_FORMS": 0, "bylines-INITIAL_FORMS": 0}
        sent = {"caption": "原说明。", "rights": "one_use", "source": "", **rows}
        return self.client.post(reverse("admin:media_photo_change", args=[self.photo.pk]), sent)

    def table(self):
        sent = {f"photo-{self.photo.pk}-rights": "one_use"}
        return self.client.post(f"{reverse('admin:media_photo_captions')}?photos={self.photo.pk}", sent)

    def test_is_refused_by_form_and_table_where_two_stories_ever_had_a_time(self):
        self.stand(hours=1)
        publishing.withdraw(self.stand().article)

        self.assertContains(self.form(), self.USED_TWICE)
        self.assertContains(self.table(), self.USED_TWICE)
        self.assertEqual(Photo.objects.get().rights, "own")

    def test_is_taken_where_one_has_printed_it_and_drafts_wait(self):
        self.stand()
        illustrate(article=make_article(), photo=self.photo)

        self.assertEqual(self.form().status_code, 302)

    def test_is_not_asked_of_a_photo_that_is_so_already(self):
        self.stand(), self.stand()
        Photo.objects.update(rights="one_use")

        self.assertEqual(self.form().status_code, 302)
