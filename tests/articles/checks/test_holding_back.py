from django.contrib.messages import get_messages
from django.test import TestCase
from django.urls import reverse
from django.utils import timezone

from articles import publishing
from articles.acting import Refusal
from articles.checks import check_issue, check_story
from articles.checks.waiving import waive
from articles.models import Article, Issue
from desk.models import Paper
from newsroom.groups import CHIEF, EDITOR
from tests.factories import in_review, make_issue, make_page, make_user, pass_reviews, signed

WRONG = "今天是2月30日，花开了。"


def be_strict():
    Paper.objects.update_or_create(pk=1, defaults={"strict_checks": True, "name": "新报", "cn_number": "CN 33-0001"})


class StrictPaperTests(TestCase):
    def setUp(self):
        self.article = signed(headline="错稿", body=WRONG)
        be_strict()

    def mend(self):
        self.article.body = "花开了。"
        self.article.save()
        self.article.keep_version(why="edited")
        pass_reviews(article=self.article, times=3)

    def test_does_not_publish_a_story_with_an_error(self):
        with self.assertRaisesMessage(Refusal, "“错稿”"):
            publishing.publish(self.article)

        self.assertIsNone(Article.objects.get().published_at)

    def test_publishes_it_once_the_error_is_let_stand(self):
        [hit] = [hit for hit in check_story(self.article) if hit.blocks]
        waive(hit, by=make_user(group=EDITOR), reason="引文如此")

        publishing.publish(self.article)

        self.assertTrue(Article.objects.get().is_published)

    def test_does_not_publish_an_issue_with_an_error_of_its_own(self):
        self.mend()
        issue = make_issue(published=False, number=None)
        make_page(issue=issue).placements.create(article=self.article, order=0)

        with self.assertRaisesMessage(Refusal, "总期号"):
            publishing.publish_issue(issue)

        self.assertIsNone(Issue.objects.get().published_at)

    def test_publishes_an_issue_without_errors(self):
        self.mend()
        issue = make_issue(published=False, number=5)
        make_page(issue=issue, label="01").placements.create(article=self.article, order=0)

        publishing.publish_issue(issue, at=timezone.now())

        self.assertEqual([hit for hit in check_issue(issue).all_hits if hit.blocks], [])
        self.assertTrue(Article.objects.get().is_published)


class EasyPaperTests(TestCase):
    """It names the errors and goes on."""

    def setUp(self):
        self.chief = make_user(group=CHIEF)
        self.client.force_login(self.chief)

    def said(self, response):
        return [f"{message}" for message in get_messages(response.wsgi_request) if message.level_tag == "warning"]

    def test_names_the_errors_of_what_is_published(self):
        article = signed(headline="错稿", body=WRONG)
        address = reverse("admin:articles_article_act", args=[article.pk])

        response = self.client.post(address, {"_act": "publish"})

        self.assertTrue(Article.objects.get().is_published)
        self.assertIn("2月30日", self.said(response)[-1])

    def test_names_the_errors_at_the_final_review(self):
        article = in_review(passed=2, headline="错稿", body=WRONG)
        address = reverse("admin:articles_article_review", args=[article.pk])
        turn = f"{article.submissions.get().pk}:3:{article.version}"

        response = self.client.post(address, {"_review": "pass", "opinion": "同意。", "review_turn": turn})

        self.assertEqual(Article.objects.get().stage, "ready")
        self.assertIn("2月30日", self.said(response)[-1])
