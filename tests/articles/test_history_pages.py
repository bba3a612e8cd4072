from django.test import TestCase
from django.urls import reverse

from articles.history.acts import Step, Why
from articles.models import Article
from articles.publishing import publish
from newsroom.groups import EDITOR, PHOTOGRAPHER, REPORTER
from tests.factories import (
    credit,
    illustrate,
    make_article,
    make_desk,
    make_photo,
    make_user,
    photographer,
    reporter,
    story_form,
)

NEW = '<ins><span class="visually-hidden">［新增］</span>'
GONE = '<del><span class="visually-hidden">［删去］</span>'


class HistoryTestCase(TestCase):
    def setUp(self):
        self.editor = make_user(group=EDITOR, username="editor", name="陈编")
        self.client.force_login(self.editor)
        self.article = make_article(body="第一稿。\n没有改的一段。", by=[reporter("李凡")])
        self.article.keep_version(by=self.editor, why=Why.ENTERED)

    def change(self, **fields):
        Article.objects.filter(pk=self.article.pk).update(**fields)
        return self.article.keep_version(by=self.editor, why=Why.EDITED)

    def look(self, name, *keys, **asked):
        return self.client.get(reverse(f"admin:articles_article_{name}", args=[self.article.pk, *keys]), asked)


class HistoryListTests(HistoryTestCase):
    def test_lists_every_version_with_who_when_and_why(self):
        self.change(body="第二稿。\n没有改的一段。", headline="新的主题")
        self.article.keep_version(by=self.editor, why=Step.SUBMITTED)

        page = self.look("history")

        self.assertEqual([row.revision.version for row in page.context["rows"]], [2, 1])
        self.assertContains(page, "陈编")
        self.assertContains(page, "主题、正文")
        self.assertContains(page, "送审")
        self.assertContains(page, "?old=1&amp;new=2")

    def test_tells_of_a_story_without_versions(self):
        self.article = make_article(headline="旧稿")

        self.assertContains(self.look("history"), "还没有存过版本")

    def test_keeps_the_admins_own_log_in_sight(self):
        form = reverse("admin:articles_article_change", args=[self.article.pk])

        self.client.post(form, {**story_form(self.article), "body": "第二稿。"})

        self.assertContains(self.look("history"), "后台操作记录")

    def test_costs_the_same_with_many_versions(self):
        self.change(body="第二稿。")
        self.look("history")
        with self.assertNumQueries(10):
            self.look("history")
        for number in range(5):
            self.change(body=f"稿{number}。")
            self.article.keep_version(by=self.editor, why=Step.SUBMITTED)

        with self.assertNumQueries(10):
            self.look("history")

    def test_long_histories_go_on_behind_a_hundred(self):
        for number in range(101):
            self.change(body=f"稿{number}。")

        first = self.look("history")
        second = self.look("history", before=first.context["older"])

        self.assertEqual(len(first.context["rows"]), 100)
        self.assertEqual([row.revision.version for row in second.context["rows"]], [2, 1])


class ComparisonTests(HistoryTestCase):
    def test_shows_what_came_and_went_by_phrase(self):
        self.change(body="第二稿。\n没有改的一段。")

        page = self.look("compare", old=1, new=2)

        self.assertContains(page, f"<p>第{GONE}一</del>{NEW}二</ins>稿。</p>", html=True)
        self.assertContains(page, "没有改的一段。")

    def test_says_bylines_and_pictures_in_sentences(self):
        credit(by=[reporter("周永卫")], article=self.article)
        photo = make_photo(caption="广场上。", by=[photographer("马敏")])
        illustrate(article=self.article, photo=photo)
        self.change()

        page = self.look("compare", old=1, new=2)

        file = f"文件{photo.content_hash[:8]}"
        self.assertContains(page, f"{NEW}记者 周永卫</ins>", html=True)
        self.assertContains(page, f"{NEW}[图1] 广场上。 （马敏 摄） {file}</ins>", html=True)
        self.assertContains(page, "未改动：")

    def test_folds_what_stayed(self):
        body = "\n".join(f"这是第{number}段，内容各不相同。" for number in range(20))
        self.change(body=body)
        self.change(body=body.replace("第9段", "第九段"))

        folded, whole = self.look("compare", old=2, new=3), self.look("compare", old=2, new=3, whole=1)

        self.assertContains(folded, "8行未改动")
        self.assertNotContains(whole, "行未改动")

    def test_the_older_one_stands_first_however_they_are_chosen(self):
        self.change(body="第二稿。")

        page = self.look("compare", old=2, new=1)

        self.assertEqual(page.context["older"].revision.version, 1)

    def test_nothing_chosen_leads_back_to_the_list(self):
        for asked in ({}, {"old": 1}, {"old": 1, "new": 1}, {"old": "x", "new": "9" * 30}):
            page = self.look("compare", **asked)

            self.assertRedirects(page, reverse("admin:articles_article_history", args=[self.article.pk]))

    def test_an_unknown_version_is_not_found(self):
        self.assertEqual(self.look("compare", old=1, new=9).status_code, 404)

    def test_what_was_typed_is_only_text(self):
        self.change(body="<script>alert(1)</script>")

        for page in (self.look("compare", old=1, new=2), self.look("version", 2), self.look("history")):
            self.assertNotContains(page, "<script>alert")


class WhoMayLookTests(HistoryTestCase):
    """A printed story is for all of the newsroom; its drafts are for its own desk."""

    def setUp(self):
        super().setUp()
        self.article.desk = make_desk()
        self.article.save()
        self.change(body="不能外传的草稿。")
        self.change(body="印出来的稿。")
        Article.objects.update(stage="ready")

    def log_in_as(self, **fields):
        self.client.force_login(make_user(**fields))

    def publish(self):
        self.article.refresh_from_db()
        publish(self.article, by=self.editor)

    def test_others_do_not_find_a_draft(self):
        self.log_in_as(group=REPORTER)

        for page in (self.look("version", 2), self.look("compare", old=1, new=2)):
            self.assertEqual(page.status_code, 404)
        self.assertRedirects(self.look("history"), reverse("admin:index"))

    def test_others_see_of_a_printed_story_what_was_printed(self):
        self.publish()
        self.log_in_as(group=REPORTER)

        listed = self.look("history")

        self.assertEqual([row.revision.version for row in listed.context["rows"]], [3])
        self.assertNotContains(listed, "草稿。")
        self.assertEqual(self.look("version", 3).status_code, 200)
        for page in (self.look("version", 2), self.look("compare", old=2, new=3)):
            self.assertEqual(page.status_code, 404)

    def test_what_was_printed_later_stays_to_be_seen(self):
        self.publish()
        self.change(body="见报后改的稿。")
        self.log_in_as(group=REPORTER)

        page = self.look("compare", old=3, new=4)

        self.assertContains(page, "见报后改")

    def test_the_own_desk_sees_all(self):
        self.publish()
        self.log_in_as(group=REPORTER, desk=self.article.desk)

        self.assertEqual(len(self.look("history").context["rows"]), 3)

    def test_photographers_see_none(self):
        self.publish()
        self.log_in_as(group=PHOTOGRAPHER)

        for page in (self.look("history"), self.look("version", 3), self.look("compare", old=2, new=3)):
            self.assertEqual(page.status_code, 403)
