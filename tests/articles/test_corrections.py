from django.test import TestCase
from django.urls import reverse

from articles.corrections import quoted
from articles.models import Article, Correction
from desk.models import AuditEntry, Paper
from newsroom.groups import EDITOR
from tests.factories import make_published, make_user, story_form


class CorrectionTests(TestCase):
    def setUp(self):
        self.editor = make_user(group=EDITOR)
        self.client.force_login(self.editor)
        self.article = make_published(body="共有240人结业。")
        self.words = {"wrong": "340人", "right": "240人", "published_at_0": "2026-05-02", "published_at_1": "06:00"}

    def test_is_entered_in_the_storys_form_by_someone(self):
        inline = {f"corrections-0-{name}": text for name, text in self.words.items()}
        form = {**story_form(self.article), **inline, "corrections-TOTAL_FORMS": 1}

        self.client.post(reverse("admin:articles_article_change", args=[self.article.pk]), form)

        self.assertEqual(Correction.objects.get().entered_by, self.editor)

    def test_tells_the_story_and_the_audit_log(self):
        self.client.post(reverse("admin:articles_correction_add"), {"article": self.article.pk, **self.words})

        self.assertEqual(Article.objects.get().corrected_at, Correction.objects.get().published_at)
        self.assertEqual(AuditEntry.objects.get(verb="correct").by, self.editor)

    def test_stands_in_one_line_whatever_line_ends_a_browser_sends(self):
        self.assertEqual(quoted(" 340人\r\n次\n"), "340人次")


class HeadlineLengthTests(TestCase):
    def test_a_long_headline_is_pointed_out_and_saved_all_the_same(self):
        self.client.force_login(make_user(group=EDITOR))
        Paper.objects.update(headline_length=5)
        article = make_published(headline="一个很长的标题")

        response = self.client.post(
            reverse("admin:articles_article_change", args=[article.pk]), story_form(article), follow=True
        )

        self.assertContains(response, "主题有7字，本报规定不超过5字")
