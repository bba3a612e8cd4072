"""What readers may not see yet, or no longer: the story's own address."""

from datetime import date, timedelta

from django.test import RequestFactory, TestCase
from django.utils import timezone

from articles.models import Article
from articles.publishing import unschedule, withdraw
from articles.views.article import article_response
from newsroom.groups import EDITOR
from tests.factories import make_article, make_issue, make_page, make_published, make_town, make_user, reporter


class SecretStoryTests(TestCase):
    def test_a_draft_is_not_found(self):
        self.assertEqual(self.client.get(make_article().get_absolute_url()).status_code, 404)

    def test_an_embargoed_story_is_not_found_even_in_a_published_issue(self):
        article = make_published(at=timezone.now() + timedelta(hours=1), page=make_page())

        self.assertEqual(self.client.get(article.get_absolute_url()).status_code, 404)


class TombstoneTests(TestCase):
    def setUp(self):
        page = make_page(issue=make_issue(on=date(2023, 3, 2)), label="02", name="工会")
        self.article = make_published(
            headline="不实标题",
            body="不实正文",
            kicker="不实引题",
            by=[reporter("张三")],
            page=page,
            regions=[make_town()],
        )
        withdraw(self.article)

    def test_says_that_it_is_gone_and_where_it_stood(self):
        response = self.client.get(self.article.get_absolute_url())

        self.assertContains(response, "本稿已撤", status_code=410)
        self.assertContains(response, "2023年3月2日 第02版：工会", status_code=410)

    def test_keeps_no_word_of_the_story(self):
        response = self.client.get(self.article.get_absolute_url())

        for word in ("不实", "张三", "店口"):
            self.assertNotContains(response, word, status_code=410)

    def test_a_story_unscheduled_before_its_hour_is_not_found(self):
        article = make_published(at=timezone.now() + timedelta(hours=1))
        unschedule(article)

        self.assertEqual(self.client.get(article.get_absolute_url()).status_code, 404)


class PreviewTests(TestCase):
    def preview(self, article):
        request = RequestFactory().get("/")
        request.user = make_user(group=EDITOR)
        return article_response(request, article, preview=True).render()

    def test_shows_a_draft_as_the_reader_will_see_it(self):
        response = self.preview(make_article(headline="明日头条", page=make_page(issue=make_issue(published=False))))

        self.assertContains(response, "明日头条")
        self.assertContains(response, "第02版：工会")
        self.assertContains(response, "预览")

    def test_is_kept_by_no_cache(self):
        response = self.preview(make_article())

        self.assertEqual(response.headers["Cache-Control"], "private, no-store")

    def test_shows_a_story_that_was_never_saved(self):
        response = self.preview(Article(headline="正在写", body="第一段"))

        self.assertContains(response, "<p>第一段</p>")
