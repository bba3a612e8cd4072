from datetime import timedelta

from django.test import TestCase
from django.urls import reverse
from django.utils import timezone

from articles import publishing
from articles.models import Article
from articles.models.article import Stage
from desk.models import AuditEntry
from newsroom.groups import CHIEF, EDITOR
from tests.factories import make_article, make_published, make_user, story_form

LIST = reverse("admin:articles_article_changelist")


class ActTests(TestCase):
    def act(self, name, article, **answers):
        return self.client.post(LIST, {"action": name, "_selected_action": [article.pk], **answers}, follow=True)

    def test_an_editor_does_not_bring_back_what_the_chief_withdrew(self):
        self.client.force_login(make_user(group=EDITOR))
        article = make_published()
        publishing.withdraw(article)

        for name in ("publish", "restore"):
            self.act(name, article, asked=1, reason="误操作")

        self.assertTrue(Article.objects.get().is_withdrawn)

    def test_publishing_a_selection_leaves_printed_stories_alone(self):
        self.client.force_login(make_user(group=CHIEF))
        article = make_published()

        response = self.act("publish", article)

        self.assertContains(response, "您现在不能“发布”")
        self.assertEqual(Article.objects.get().published_at, article.published_at)

    def test_a_story_is_scheduled_for_an_hour_to_come(self):
        self.client.force_login(make_user(group=EDITOR))
        article = make_article(stage=Stage.READY)
        hour = timezone.localtime() + timedelta(days=1)

        self.act("schedule", article, asked=1, at_0=f"{hour:%Y-%m-%d}", at_1="06:00")

        self.assertTrue(Article.objects.get().is_scheduled)

    def test_a_past_hour_is_refused(self):
        self.client.force_login(make_user(group=EDITOR))
        article = make_article(stage=Stage.READY)

        response = self.act("schedule", article, asked=1, at_0="2020-01-01", at_1="06:00")

        self.assertContains(response, "这个时间已经过去")
        self.assertIsNone(Article.objects.get().published_at)

    def test_offers_only_what_one_may_do(self):
        self.client.force_login(make_user(group=EDITOR))
        make_article()

        actions = dict(self.client.get(LIST).context["action_form"].fields["action"].choices)

        self.assertIn("publish", actions)
        self.assertNotIn("sign", actions)
        self.assertNotIn("withdraw", actions)


class SignedStoryTests(TestCase):
    def save(self, group, article):
        self.client.force_login(make_user(group=group))
        address = reverse("admin:articles_article_change", args=[article.pk])
        self.client.post(address, {**story_form(article), "body": "签发以后改的。"})
        return Article.objects.get().body == "签发以后改的。"

    def test_is_changed_by_nobody_who_may_not_sign(self):
        self.assertFalse(self.save(EDITOR, make_article(stage=Stage.READY)))

    def test_is_changed_by_the_chief(self):
        self.assertTrue(self.save(CHIEF, make_article(stage=Stage.READY)))

    def test_a_change_of_a_printed_story_is_written_down(self):
        self.assertTrue(self.save(EDITOR, make_published()))

        self.assertEqual(AuditEntry.objects.filter(verb="edit").count(), 1)
