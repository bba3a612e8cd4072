from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django.test import TestCase
from django.urls import reverse
from django.utils import timezone

from articles.models import Article
from articles.models.article import Stage
from desk.models import AuditEntry
from newsroom.groups import CHIEF, EDITOR, REPORTER
from tests.factories import (
    correspondent,
    make_article,
    make_desk,
    make_issue,
    make_page,
    make_published,
    make_user,
    reporter,
    story_form,
)

LIST = reverse("admin:articles_article_changelist")


def form_address(article):
    return reverse("admin:articles_article_change", args=[article.pk])


class StaleSaveTests(TestCase):
    def setUp(self):
        self.client.force_login(make_user(group=EDITOR, username="second"))
        self.article = make_article(body="第一稿。")

    def test_a_save_raises_the_version(self):
        self.client.post(form_address(self.article), {**story_form(self.article), "body": "第二稿。"})

        self.assertEqual(Article.objects.get().version, 2)

    def test_is_refused_and_shows_both_texts(self):
        Article.objects.update(version=2, body="别人改过的稿。")

        response = self.client.post(form_address(self.article), {**story_form(self.article), "body": "我改过的稿。"})

        self.assertEqual(Article.objects.get().body, "别人改过的稿。")
        self.assertRegex(response.text, r"<del>.*别人</del>")
        self.assertContains(response, "我改过的稿。")
        self.assertContains(response, "有人保存过这篇稿件")

    def test_the_next_save_goes_through_once_both_were_seen(self):
        Article.objects.update(version=2, body="别人改过的稿。")
        typed = {**story_form(self.article), "body": "合在一起的稿。"}
        seen = self.client.post(form_address(self.article), typed)
        version = seen.context["adminform"].form["base_version"].value()

        self.client.post(form_address(self.article), {**typed, "base_version": version})

        self.assertEqual(Article.objects.get().body, "合在一起的稿。")

    def test_a_form_without_its_version_is_refused_too(self):
        typed = {**story_form(self.article), "body": "没有版本号。"}
        del typed["base_version"]

        self.client.post(form_address(self.article), typed)

        self.assertEqual(Article.objects.get().body, "第一稿。")

    def test_a_form_error_keeps_what_was_typed(self):
        response = self.client.post(
            form_address(self.article), {**story_form(self.article), "headline": "", "body": "写了很久的稿。"}
        )

        self.assertContains(response, "写了很久的稿。")


class ReporterTests(TestCase):
    def setUp(self):
        self.desk = make_desk()
        self.reporter = make_user(group=REPORTER, desk=self.desk)
        self.client.force_login(self.reporter)

    def test_sees_the_drafts_of_the_own_desk_only(self):
        make_article(headline="本部门的稿", desk=self.desk)
        make_article(headline="别部门的稿", desk=make_desk())
        make_published(headline="见报的稿", desk=make_desk())

        response = self.client.get(LIST)

        self.assertContains(response, "本部门的稿")
        self.assertContains(response, "见报的稿")
        self.assertNotContains(response, "别部门的稿")

    def test_cannot_open_another_desks_draft(self):
        other = make_article(headline="别部门的稿", desk=make_desk())

        for address in (form_address(other), reverse("admin:articles_article_preview", args=[other.pk])):
            response = self.client.get(address, follow=True)
            self.assertNotIn("别部门的稿", response.content.decode())

    def test_cannot_change_a_story_that_was_handed_in(self):
        article = make_article(created_by=self.reporter, desk=self.desk, stage=Stage.SUBMITTED)

        response = self.client.post(form_address(article), {**story_form(article), "body": "偷偷改。"})

        self.assertEqual((response.status_code, Article.objects.get().body), (403, article.body))

    def test_a_new_story_is_entered_by_its_author(self):
        form = {**story_form(Article(headline="新稿", body="正文。")), "base_version": ""}

        self.client.post(reverse("admin:articles_article_add"), form)

        self.assertEqual(Article.objects.get().created_by, self.reporter)


class ActTests(TestCase):
    def test_the_forms_button_saves_and_then_acts(self):
        self.client.force_login(make_user(group=CHIEF))
        article = make_article()

        self.client.post(form_address(article), {**story_form(article), "body": "终稿。", "_act": "submit"})

        article.refresh_from_db()
        self.assertEqual((article.body, article.stage), ("终稿。", Stage.SUBMITTED))

    def test_withdrawing_asks_for_the_reason_first(self):
        self.client.force_login(make_user(group=CHIEF))
        article = make_published()
        form = {"action": "withdraw", "_selected_action": [article.pk]}

        asked = self.client.post(LIST, form)
        self.assertContains(asked, "理由")
        self.assertFalse(Article.objects.get().is_withdrawn)

        self.client.post(LIST, {**form, "asked": 1, "reason": "事实有误"})
        self.assertTrue(Article.objects.get().is_withdrawn)
        self.assertEqual(AuditEntry.objects.get(verb="withdraw").words, "事实有误")

    def test_a_published_story_cannot_be_deleted(self):
        self.client.force_login(make_user(is_superuser=True))
        article = make_published()

        response = self.client.post(reverse("admin:articles_article_delete", args=[article.pk]), {"post": "yes"})

        self.assertEqual(response.status_code, 403)
        self.assertTrue(Article.objects.exists())


class ArticleListTests(TestCase):
    def setUp(self):
        self.client.force_login(make_user(is_superuser=True))

    def test_costs_the_same_with_one_story_and_with_three(self):
        page = make_page(issue=make_issue())
        for count in (1, 3):
            while Article.objects.count() < count:
                make_article(by=[reporter("李凡"), correspondent("周永卫")], page=page)
            with self.subTest(stories=count), self.assertNumQueries(9):
                self.client.get(LIST)

    def test_filters_by_state(self):
        make_article(headline="还是草稿")
        make_published(headline="已经见报")

        response = self.client.get(LIST, {"state": "published"})

        self.assertContains(response, "已经见报")
        self.assertNotContains(response, "还是草稿")


class ViewOnSiteTests(TestCase):
    def setUp(self):
        self.client.force_login(make_user(is_superuser=True))

    def test_is_offered_where_a_reader_finds_the_story(self):
        article = make_published()

        response = self.client.get(form_address(article))

        content_type = ContentType.objects.get_for_model(Article).pk
        self.assertContains(response, reverse("admin:view_on_site", args=[content_type, article.pk]))

    def test_is_not_offered_for_a_draft_or_before_its_hour(self):
        for article in (make_article(), make_published(at=timezone.now() + timedelta(hours=1))):
            self.assertNotContains(self.client.get(form_address(article)), "/admin/r/")
