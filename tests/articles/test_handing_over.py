from django.test import TestCase
from django.urls import reverse

from articles.models import Article
from articles.models.article import Stage
from desk.models import AuditEntry, Notice
from newsroom.groups import DESK_EDITOR, EDITOR
from tests.factories import in_review, make_article, make_desk, make_user, story_form
from tests.newsroom.rights import admin_address

LIST = reverse("admin:articles_article_changelist")


class HandingOverTests(TestCase):
    def setUp(self):
        self.news, self.culture = make_desk(name="要闻部"), make_desk(name="副刊部")
        self.editor = make_user(group=DESK_EDITOR, desk=self.news)
        self.story = make_article(desk=self.news, stage=Stage.SUBMITTED)
        self.client.force_login(self.editor)

    def give(self, **typed):
        form = {**story_form(self.story), "desk": self.culture.pk, "headline": "改过", **typed}
        return self.client.post(admin_address(self.story, "change"), form, follow=True)

    def test_whoever_may_lose_sight_of_it_is_told_before(self):
        said = "可能看不到"

        self.assertContains(self.client.get(admin_address(self.story, "change")), said)
        self.client.force_login(make_user(group=EDITOR))
        self.assertNotContains(self.client.get(admin_address(self.story, "change")), said)

    def test_it_is_saved_and_said_to_be_out_of_sight(self):
        response = self.give(_continue="1")

        self.story.refresh_from_db()
        self.assertEqual((self.story.desk, self.story.headline), (self.culture, "改过"))
        self.assertRedirects(response, LIST)
        self.assertContains(response, "您已看不到")

    def test_an_act_pressed_together_with_it_is_not_done(self):
        self.story = make_article(desk=self.news)

        self.give(_act="submit")

        self.story.refresh_from_db()
        self.assertEqual((self.story.desk, self.story.stage), (self.culture, Stage.DRAFT))

    def test_the_log_says_from_where_to_where(self):
        self.give()

        entry = AuditEntry.objects.get(verb="hand_over")
        self.assertEqual((entry.words, entry.by), ("要闻部 → 副刊部", self.editor))

    def test_a_form_with_a_mistake_comes_back_and_can_be_changed(self):
        response = self.give(headline="")

        self.assertTrue(response.context["may_change"])
        self.assertContains(response, 'name="_save"')
        self.assertEqual(Article.objects.get().desk, self.news)

    def test_its_review_waits_for_the_new_desk_and_no_longer_for_the_old_one(self):
        here, there = make_user(group=DESK_EDITOR, desk=self.news), make_user(group=DESK_EDITOR, desk=self.culture)
        self.story = in_review(desk=self.news)
        waiting = Notice.objects.filter(kind="to-review").values_list("user", flat=True)
        before = set(waiting)

        self.give()

        self.assertEqual((before, set(waiting.all())), ({here.pk, self.editor.pk}, {there.pk}))

    def test_the_own_story_stays_in_sight(self):
        self.story = make_article(desk=self.news, created_by=self.editor)

        self.assertNotContains(self.give(_continue="1"), "您已看不到")
