"""Signed issues at the desk: the signing taken back, another hour, and what an act did to one."""

from datetime import timedelta

from django.test import TestCase
from django.urls import reverse
from django.utils import timezone

from articles import publishing
from articles.models import Article, Issue
from newsroom.groups import CHIEF, EDITOR
from tests.factories import make_issue, make_page, make_user, signed


class IssueActsTests(TestCase):
    def setUp(self):
        self.hour = timezone.now().replace(microsecond=0) + timedelta(hours=8)
        self.issue = make_issue(on=timezone.localdate() + timedelta(days=1), published=False)
        self.story = signed(headline="送清凉", page=make_page(issue=self.issue))
        publishing.publish_issue(self.issue, at=self.hour)
        self.client.force_login(make_user(group=CHIEF))

    def act(self, name, **answers):
        return self.client.post(reverse(f"admin:articles_issue_{name}", args=[self.issue.pk]), answers, follow=True)

    def test_a_chief_takes_the_signing_back_with_a_reason(self):
        page = self.act("unsign", reason="等一条稿")

        self.assertContains(page, "已撤回签发")
        self.assertIsNone(Issue.objects.get().published_at)

    def test_without_a_reason_is_asked_for_one(self):
        self.act("unsign", reason="")

        self.assertEqual(Issue.objects.get().published_at, self.hour)

    def test_a_chief_moves_it_to_another_hour(self):
        later = timezone.localtime(self.hour + timedelta(hours=1))

        self.act("move-hour", at_0=f"{later:%Y-%m-%d}", at_1=f"{later:%H:%M:%S}")

        self.assertEqual((Issue.objects.get().published_at, Article.objects.get().published_at), (later, later))

    def test_an_editor_does_neither(self):
        self.client.force_login(make_user(group=EDITOR))

        self.assertEqual(self.act("unsign", reason="等一条稿").status_code, 403)
        self.assertNotContains(self.client.get(f"/admin/articles/issue/{self.issue.pk}/change/"), "撤回签发")

    def test_an_issue_that_is_out_offers_neither(self):
        Issue.objects.update(published_at=timezone.now())

        self.assertEqual(self.act("unsign", reason="等一条稿").status_code, 404)

    def test_the_board_and_a_message_say_that_it_is_not_whole(self):
        act = {"action": "send_back", "_selected_action": [self.story.pk], "asked": "1", "reason": "人名有误"}
        page = self.client.post(reverse("admin:articles_article_changelist"), act, follow=True)

        self.assertContains(page, "稿件未齐，暂不刊出")
        board = self.client.get(reverse("admin:index"), {"date": f"{self.issue.date}"})
        self.assertContains(board, "目前整期和其中稿件都不会刊出")
        self.assertContains(board, "尚缺：送清凉")

    def test_a_story_that_waits_with_it_may_come_out_at_once_and_has_no_hour_to_lose(self):
        page = self.client.get(reverse("admin:articles_article_change", args=[self.story.pk]))

        self.assertContains(page, 'value="publish"')
        self.assertNotContains(page, 'value="unschedule"')
