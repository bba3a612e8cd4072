"""Making, copying and revoking preview links on a story's form."""

from datetime import timedelta

from django.test import TestCase
from django.urls import reverse
from django.utils import timezone

from articles.models import PreviewLink
from articles.publishing import withdraw
from desk.audit_words import act_name
from desk.models import AuditEntry
from newsroom.groups import CHIEF, EDITOR, PHOTOGRAPHER, REPORTER
from tests.articles.test_preview_links import make_link
from tests.factories import make_article, make_desk, make_published, make_user, story_form


class PreviewLinkDeskTests(TestCase):
    def setUp(self):
        self.editor = make_user(group=EDITOR, name="李凡")
        self.client.force_login(self.editor)
        self.article = make_article(desk=make_desk())
        self.address = reverse("admin:articles_article_preview_links", args=[self.article.pk])

    def make(self, **fields):
        return self.client.post(
            self.address, {"_make": "1", "link-whom": "省总工会", "link-days": "7", **fields}, follow=True
        )

    def test_a_link_is_made_and_shown_with_its_address(self):
        response = self.make()

        link = PreviewLink.objects.get()
        self.assertEqual((link.whom, link.made_by, link.article), ("省总工会", self.editor, self.article))
        self.assertContains(response, f"http://testserver{link.get_absolute_url()}")

    def test_the_storys_form_lists_the_live_ones_with_how_often_they_were_opened(self):
        self.make()
        make_link(article=self.article, whom="过期的人", expires_at=timezone.now() - timedelta(days=1))
        PreviewLink.objects.filter(whom="省总工会").update(times_opened=3, last_opened_at=timezone.now())

        response = self.client.get(reverse("admin:articles_article_change", args=[self.article.pk]))

        self.assertContains(response, "打开3次")
        self.assertNotContains(response, "过期的人")

    def test_lasts_one_of_four_times(self):
        self.make(**{"link-days": "365"})
        self.assertFalse(PreviewLink.objects.exists())

        self.make(**{"link-days": "30"})
        left = PreviewLink.objects.get().expires_at - timezone.now()
        self.assertEqual(round(left / timedelta(days=1)), 30)

    def test_the_audit_log_says_who_passed_it_on_to_whom_and_who_took_that_back(self):
        self.make()
        self.client.post(self.address, {"_revoke": PreviewLink.objects.get().pk})

        entries = AuditEntry.objects.filter(kind="article", key=str(self.article.pk)).order_by("pk")
        self.assertEqual([str(act_name(entry.verb)) for entry in entries], ["开出预览链接", "收回预览链接"])
        self.assertTrue(all("省总工会" in entry.words and entry.by == self.editor for entry in entries))

    def test_a_withdrawn_story_is_passed_on_to_nobody(self):
        withdraw(story := make_published())

        address = reverse("admin:articles_article_preview_links", args=[story.pk])
        self.assertContains(
            self.client.post(address, {"_make": "1", "link-days": "7"}, follow=True), "已撤稿件不能预览"
        )
        self.assertFalse(PreviewLink.objects.exists())

    def test_a_save_of_the_story_takes_no_notice_of_the_panels_fields(self):
        form = {**story_form(self.article), "link-whom": "省总工会", "link-days": "7"}

        self.client.post(reverse("admin:articles_article_change", args=[self.article.pk]), form)

        self.assertFalse(PreviewLink.objects.exists())

    def test_the_page_costs_the_same_with_one_link_as_with_three(self):
        for links in (1, 2):
            for _link in range(links):
                make_link(article=self.article)
            with self.assertNumQueries(7):
                self.client.get(self.address)

    def test_needs_a_real_link_of_this_story_to_revoke(self):
        other = make_link()

        for named in (other.pk, "", "x", "9" * 30):
            self.assertEqual(self.client.post(self.address, {"_revoke": named}).status_code, 404)
        self.assertTrue(PreviewLink.objects.live().filter(pk=other.pk).exists())


class RightsTests(TestCase):
    def may_make(self, user, article):
        self.client.force_login(user)
        address = reverse("admin:articles_article_preview_links", args=[article.pk])
        before = PreviewLink.objects.count()
        self.client.post(address, {"_make": "1", "link-days": "1"})
        return PreviewLink.objects.count() > before

    def test_takes_the_right_to_change_the_story_or_to_export_it(self):
        author, desk = make_user(group=REPORTER), make_desk()
        own, others = make_article(created_by=author), make_article(desk=desk)
        mate = make_user(group=REPORTER, desk=desk)

        self.assertTrue(self.may_make(author, own))
        self.assertFalse(self.may_make(author, others))
        self.assertFalse(self.may_make(mate, others))
        self.assertFalse(self.may_make(make_user(group=PHOTOGRAPHER), others))
        self.assertTrue(self.may_make(make_user(group=EDITOR), others))

    def test_is_revoked_by_whoever_made_it_the_editors_and_the_chief(self):
        author = make_user(group=REPORTER)
        article = make_article(created_by=author)
        for user in (author, make_user(group=EDITOR), make_user(group=CHIEF)):
            link = make_link(article=article, whom="人")
            self.client.force_login(user)
            self.client.post(reverse("admin:articles_article_preview_links", args=[article.pk]), {"_revoke": link.pk})
            link.refresh_from_db()
            self.assertEqual(link.revoked_by, user)
