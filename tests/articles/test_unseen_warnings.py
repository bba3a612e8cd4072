from datetime import timedelta

from django.test import TestCase
from django.urls import reverse
from django.utils import timezone

from articles.models import Article
from articles.models.article import Stage
from tests.factories import illustrate, make_article, make_issue, make_page, make_photo, make_user, photographer

UNTIL = timezone.make_aware(timezone.datetime(2100, 5, 1, 8, 30))


class WarningTests(TestCase):
    """A story goes out all the same: the picture alone does not show."""

    def setUp(self):
        self.client.force_login(make_user(group="总编"))
        self.article = make_article(stage=Stage.READY)

    def shows(self, **times):
        illustrate(article=self.article, photo=make_photo(by=[photographer("马敏")], **times))

    def act(self, name, **answers):
        chosen = {"action": name, "_selected_action": [self.article.pk], **answers}
        return self.client.post(reverse("admin:articles_article_changelist"), chosen, follow=True)

    def test_of_an_embargo_that_lasts_longer(self):
        self.shows(embargo_until=UNTIL)

        response = self.act("publish")

        self.assertContains(response, "“工会送清凉”：图1尚在禁发期，读者从2100-05-01 08:30起才能看到。")
        self.assertTrue(Article.objects.get().is_published)

    def test_of_a_photo_that_has_expired(self):
        self.shows(expires_at=timezone.now() - timedelta(days=1))

        self.assertContains(self.act("publish"), "到期，读者看不到。")

    def test_not_of_an_embargo_that_ends_before_the_story_comes_out(self):
        hour = timezone.localtime() + timedelta(days=2)
        self.shows(embargo_until=timezone.now() + timedelta(days=1))

        response = self.act("schedule", asked=1, at_0=f"{hour:%Y-%m-%d}", at_1="06:00")

        self.assertTrue(Article.objects.get().is_scheduled)
        self.assertNotContains(response, "禁发期")

    def test_with_a_whole_issue(self):
        issue = make_issue(published=False)
        self.article.placements.create(page=make_page(issue=issue))
        self.shows(embargo_until=UNTIL)

        chosen = {"action": "sign_and_publish", "_selected_action": [issue.pk]}
        response = self.client.post(reverse("admin:articles_issue_changelist"), chosen, follow=True)

        self.assertContains(response, "图1尚在禁发期")
