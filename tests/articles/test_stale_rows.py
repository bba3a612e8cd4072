import json
from datetime import date

from django.test import TestCase
from django.urls import reverse

from articles.models import Article, ArticleRegion, Correction, Illustration, Placement
from bylines.models import Byline
from newsroom.groups import EDITOR, REPORTER
from tests.articles.met import told
from tests.factories import (
    correspondent,
    credit,
    illustrate,
    make_article,
    make_contributor,
    make_issue,
    make_page,
    make_town,
    make_user,
    place,
    reporter,
)
from tests.opened import opened


class TwoEditorsTestCase(TestCase):
    """Two editors have opened the same story; the first one saves first."""

    def setUp(self):
        self.client.force_login(make_user(group=EDITOR))
        self.article = make_article(body="第一稿。", by=[reporter("李凡")])
        self.byline = self.article.bylines.get()
        self.picture = illustrate(article=self.article, caption="旧说明")
        self.placement = place(article=self.article, page=make_page())
        self.address = reverse("admin:articles_article_change", args=[self.article.pk])

    def open(self):
        return opened(self.client.get(self.address))

    def save(self, form, **typed):
        return self.client.post(self.address, {**form, **typed})

    def retype(self, row, form, **typed):
        """Names of the row's fields, wherever it stands in the form."""
        accessor = {Byline: "bylines", Illustration: "illustrations", Placement: "placements"}[type(row)]
        [number] = [n for n in range(9) if form.get(f"{accessor}-{n}-id") == str(row.pk)]
        return {**form, **{f"{accessor}-{number}-{name}": value for name, value in typed.items()}}


class RowsOfAnotherTests(TwoEditorsTestCase):
    def test_survive_the_second_save_of_an_editor_who_left_them_alone(self):
        first, second = self.open(), self.open()
        self.save(self.retype(self.picture, first, caption="新说明", alt="替代文字"))

        refused = self.save(second, body="第二稿。")
        self.save(opened(refused))

        self.picture.refresh_from_db()
        self.assertEqual((self.picture.caption, self.picture.alt), ("新说明", "替代文字"))
        self.assertEqual(Article.objects.get().body, "第二稿。")

    def test_stand_beside_what_was_typed_here(self):
        first, second = self.open(), self.open()
        self.save(self.retype(self.byline, first, name="李凡凡"))

        refused = self.save(self.retype(self.byline, second, name="李小凡"))

        self.assertIn("见报姓名：李凡凡 见报姓名：李小凡", told(refused))
        self.assertEqual(Byline.objects.get(article=self.article).name, "李凡凡")

    def test_are_merged_field_by_field(self):
        first, second = self.open(), self.open()
        self.save(self.retype(self.picture, first, caption="新说明"))

        refused = self.save(self.retype(self.picture, second, alt="替代文字"))
        self.save(opened(refused))

        self.picture.refresh_from_db()
        self.assertEqual((self.picture.caption, self.picture.alt), ("新说明", "替代文字"))

    def test_are_taken_in_when_they_were_added(self):
        second = self.open()
        credit(by=[correspondent("周永卫")], article=self.article)
        town = make_town()
        ArticleRegion.objects.create(article=self.article, region=town)
        Correction.objects.create(article=self.article, wrong="误", right="正")

        refused = self.save(second, body="第二稿。")
        saved = self.save(opened(refused))

        self.assertContains(refused, "他人新增", count=3)
        self.assertEqual(saved.status_code, 302)
        self.assertEqual([byline.name for byline in self.article.bylines.all()], ["李凡", "周永卫"])
        self.assertEqual(self.article.places.get().region, town)

    def test_stay_deleted_when_they_were(self):
        first, second = self.open(), self.open()
        self.save(self.retype(self.byline, first, DELETE="on"))

        refused = self.save(second, body="第二稿。")
        saved = self.save(opened(refused))

        self.assertContains(refused, "已被他人删除")
        self.assertEqual(saved.status_code, 302)
        self.assertFalse(self.article.bylines.exists())
        self.assertEqual(Article.objects.get().body, "第二稿。")


class RowsTypedHereTests(TwoEditorsTestCase):
    def test_are_offered_as_new_ones_when_someone_deleted_them(self):
        second = self.open()
        Byline.objects.all().delete()

        refused = self.save(self.retype(self.byline, second, name="李小凡"))
        self.assertContains(refused, "作为新行保留")
        saved = self.save(opened(refused))

        self.assertEqual(saved.status_code, 302)
        self.assertEqual(self.article.bylines.get().name, "李小凡")

    def test_come_through_a_refusal_when_they_are_new(self):
        first, second = self.open(), self.open()
        self.save(self.retype(self.byline, first, unit="工会"))
        row = {"contributor": make_contributor(name="周永卫").pk, "role": "correspondent", "order": 5}
        typed = {f"bylines-1-{name}": value for name, value in row.items()} | {"bylines-TOTAL_FORMS": 2}

        refused = self.save(second, **typed)
        self.save(opened(refused))

        self.assertContains(refused, "您新增的")

        self.assertEqual([byline.name for byline in self.article.bylines.all()], ["李凡", "周永卫"])

    def test_are_deleted_at_the_second_save_when_that_was_asked(self):
        first, second = self.open(), self.open()
        self.save(self.retype(self.byline, first, unit="工会"))

        refused = self.save(self.retype(self.byline, second, DELETE="on"))
        self.save(opened(refused))

        self.assertFalse(self.article.bylines.exists())

    def test_are_nobodys_loss_when_both_deleted_the_same_one(self):
        second = self.open()
        Byline.objects.all().delete()

        saved = self.save(self.retype(self.byline, second, DELETE="on"))

        self.assertEqual(saved.status_code, 302)


class FormWithoutDigestsTests(TwoEditorsTestCase):
    def test_offers_a_row_that_is_gone_as_a_new_one_all_the_same(self):
        form = {name: value for name, value in self.open().items() if not name.endswith(("seen", "SEEN"))}
        Byline.objects.all().delete()

        refused = self.save(form)
        saved = self.save(opened(refused))

        self.assertEqual((saved.status_code, self.article.bylines.get().name), (302, "李凡"))

    def test_is_taken_whatever_was_made_of_them(self):
        for forged in ("[" * 100_000, "[]", json.dumps({self.byline.pk: "x"}), "null", '{"bylines": 1'):
            form = {**self.open(), "seen": forged, "bylines-SEEN": forged, "body": f"{len(forged)}字"}
            with self.subTest(forged[:10]):
                self.assertIn(self.save(opened(self.save(form))).status_code, (200, 302))
                self.assertEqual(Byline.objects.get().name, "李凡")


class ReportersRowsTests(TwoEditorsTestCase):
    def test_that_only_editors_change_stand_in_the_way_of_no_save(self):
        author = make_user(group=REPORTER)
        Article.objects.update(created_by=author)
        self.client.force_login(author)
        form = self.open()
        Placement.objects.all().delete()

        saved = self.save(form, body="第二稿。")

        self.assertEqual((saved.status_code, Article.objects.get().body), (302, "第二稿。"))


class PagesAndStoriesTests(TwoEditorsTestCase):
    def setUp(self):
        super().setUp()
        self.page_address = reverse("admin:articles_page_change", args=[self.placement.page_id])

    def save_page(self, **typed):
        return self.client.post(self.page_address, {**opened(self.client.get(self.page_address)), **typed})

    def test_a_reorder_on_the_page_is_not_undone_by_an_older_story_form(self):
        story = self.open()
        self.save_page(**{"placements-0-order": 7})

        refused = self.save(story, body="第二稿。")
        self.save(opened(refused))

        self.placement.refresh_from_db()
        self.assertContains(refused, "有人保存过这篇稿件")
        self.assertEqual((self.placement.order, Article.objects.get().body), (7, "第二稿。"))

    def test_a_reorder_raises_the_version_of_the_moved_story_only(self):
        place(article=make_article(headline="没动的稿"), page=self.placement.page, order=1)

        self.save_page(**{"placements-0-order": 7})

        self.assertEqual(list(Article.objects.order_by("pk").values_list("version", flat=True)), [2, 1])

    def test_a_story_taken_off_the_page_can_still_be_saved(self):
        story = self.open()
        self.save_page(**{"placements-0-DELETE": "on"})

        saved = self.save(opened(self.save(story, body="第二稿。")))

        self.assertEqual((saved.status_code, Article.objects.get().body), (302, "第二稿。"))
        self.assertFalse(Placement.objects.exists())

    def test_two_editors_of_a_page_see_each_others_order(self):
        form = opened(self.client.get(self.page_address))
        Placement.objects.update(order=3)

        refused = self.client.post(self.page_address, {**form, "name": "副刊"})
        saved = self.client.post(self.page_address, opened(refused))

        self.placement.refresh_from_db()
        self.assertEqual((saved.status_code, self.placement.order, self.placement.page.name), (302, 3, "副刊"))

    def test_a_placement_moved_to_another_page_meanwhile_keeps_its_place(self):
        story = self.open()
        other = make_page(issue=make_issue(on=date(2023, 3, 9)))
        Placement.objects.update(page=other)

        self.save(opened(self.save(story, body="第二稿。")))

        self.assertEqual(Placement.objects.get().page, other)
