"""A preview shows a story in any state to those who may see it, and none of what stands around it in secret."""

from django.test import TestCase
from django.urls import reverse

from articles.publishing import withdraw
from newsroom.groups import CHIEF, REPORTER
from tests.factories import make_article, make_desk, make_issue, make_page, make_published, make_user

TYPED = reverse("admin:articles_article_preview_body")


class PreviewNeighbourTests(TestCase):
    def setUp(self):
        self.desk = make_desk()
        self.page = make_page(issue=make_issue(published=False))
        self.article = make_published(headline="见报的稿", page=self.page)
        make_article(headline="本部门的稿", page=self.page, desk=self.desk)
        make_article(headline="别部门的稿", page=self.page, desk=make_desk())
        withdraw(make_published(headline="撤下的稿", page=self.page, desk=self.desk))

    def previews(self, *, group):
        """The page of the stored story, and the one of what is typed in its form."""
        self.client.force_login(make_user(group=group, desk=self.desk))
        yield self.client.get(reverse("admin:articles_article_preview", args=[self.article.pk]))
        yield self.client.post(TYPED, {"pk": self.article.pk, "headline": "改过的题"})

    def test_shows_a_reporter_no_draft_of_another_desk(self):
        for preview in self.previews(group=REPORTER):
            self.assertContains(preview, "本部门的稿")
            self.assertNotContains(preview, "别部门的稿")

    def test_shows_the_chief_every_draft_of_the_page(self):
        for preview in self.previews(group=CHIEF):
            self.assertContains(preview, "别部门的稿")

    def test_shows_nobody_a_withdrawn_neighbour(self):
        for preview in self.previews(group=CHIEF):
            self.assertNotContains(preview, "撤下的稿")

    def test_says_where_a_withdrawn_story_stood_itself(self):
        withdraw(self.article)

        for preview in self.previews(group=CHIEF):
            self.assertContains(preview, "第02版：工会")

    def test_a_story_number_longer_than_any_is_not_found(self):
        self.client.force_login(make_user(group=REPORTER, desk=self.desk))

        self.assertEqual(self.client.post(TYPED, {"pk": "9" * 5000}).status_code, 404)
