from datetime import date

from django.test import TestCase
from django.urls import reverse

from articles.models import Article, Correction
from desk.models import Paper
from newsroom.groups import CHIEF
from tests.articles.met import told
from tests.factories import make_article, make_issue, make_page, make_photo, make_user
from tests.opened import opened


class StaleRecordTests(TestCase):
    """Records without a version: the form knows by what it showed whether somebody else was faster."""

    def setUp(self):
        self.client.force_login(make_user(group=CHIEF, is_superuser=True))

    def overtake(self, record, **stored):
        """Opens the form, lets somebody else store, and gives back the address and what a browser would post."""
        address = reverse(f"admin:{record._meta.label_lower.replace('.', '_')}_change", args=[record.pk])
        form = opened(self.client.get(address))
        type(record).objects.filter(pk=record.pk).update(**stored)
        return address, form

    def assert_met(self, record, field, theirs, mine, **untouched):
        address, form = self.overtake(record, **{field: theirs}, **untouched)

        refused = self.client.post(address, {**form, field: mine})
        record.refresh_from_db()
        self.assertEqual(str(getattr(record, field)), str(theirs))
        self.assertIn(f"{theirs} {mine}", told(refused))

        saved = self.client.post(address, opened(refused))
        record.refresh_from_db()
        self.assertEqual((saved.status_code, str(getattr(record, field))), (302, str(mine)))
        self.assertEqual({name: getattr(record, name) for name in untouched}, untouched)

    def test_a_photos_caption(self):
        self.assert_met(make_photo(caption="旧说明"), "caption", "别人的说明", "我的说明")

    def test_a_page(self):
        self.assert_met(make_page(), "name", "副刊", "理论", duty_editor="王某")

    def test_an_issue(self):
        self.assert_met(make_issue(), "number", 20001, 20002, date=date(2023, 3, 9))

    def test_a_correction(self):
        correction = Correction.objects.create(article=make_article(), wrong="误", right="正")
        self.assert_met(correction, "right", "别人的更正", "我的更正", wrong="误处")

    def test_the_paper(self):
        self.assert_met(Paper.current(), "motto", "别人的话", "我的话", sponsor="总工会")

    def test_a_save_that_nobody_was_faster_than_goes_through(self):
        address, form = self.overtake(make_photo(caption="旧说明"))

        self.assertEqual(self.client.post(address, {**form, "caption": "我的说明"}).status_code, 302)

    def test_a_second_click_on_save_is_no_clash(self):
        photo = make_photo(caption="旧说明")
        address, form = self.overtake(photo, caption="我的说明")

        self.assertEqual(self.client.post(address, {**form, "caption": "我的说明"}).status_code, 302)

    def test_names_what_was_chosen_and_not_its_number(self):
        article, other = make_article(headline="原来的稿"), make_article(headline="别人选的稿")
        correction = Correction.objects.create(article=article, wrong="误", right="正")
        address, form = self.overtake(correction, article=other)

        refused = self.client.post(address, {**form, "right": "我的更正"})

        self.assertIn("稿件 对方改动，已并入： 原来别人选的稿", told(refused))

    def test_says_who_was_faster(self):
        photo = make_photo(caption="旧说明")
        address, form = self.overtake(photo)
        self.client.force_login(make_user(name="王一", is_superuser=True))
        self.client.post(address, {**form, "caption": "别人的说明"})

        refused = self.client.post(address, {**form, "caption": "我的说明"})

        self.assertContains(refused, "王一")


class StaleCaptionTableTests(TestCase):
    def setUp(self):
        self.client.force_login(make_user(group=CHIEF))
        self.photo = make_photo(caption="旧说明")
        self.address = f"{reverse('admin:media_photo_captions')}?photos={self.photo.pk}"

    def test_shows_both_captions_and_saves_the_second_time(self):
        form = opened(self.client.get(self.address))
        self.photo.caption = "别人的说明"
        self.photo.save()

        refused = self.client.post(self.address, {**form, f"photo-{self.photo.pk}-caption": "我的说明"})
        self.assertIn("别人的说明 我的说明", told(refused))
        saved = self.client.post(self.address, opened(refused))

        self.photo.refresh_from_db()
        self.assertEqual((saved.status_code, self.photo.caption), (302, "我的说明"))


class UntouchedFieldsOfAStoryTests(TestCase):
    def test_are_filled_with_what_is_stored(self):
        self.client.force_login(make_user(group=CHIEF))
        article = make_article(headline="旧标题", body="第一稿。")
        address = reverse("admin:articles_article_change", args=[article.pk])
        form = opened(self.client.get(address))
        Article.objects.update(version=2, headline="新标题")

        self.client.post(address, opened(self.client.post(address, {**form, "body": "第二稿。"})))

        article.refresh_from_db()
        self.assertEqual((article.headline, article.body), ("新标题", "第二稿。"))
