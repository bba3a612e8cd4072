from django.test import TestCase
from django.urls import reverse

from articles.models import Article
from newsroom.groups import REPORTER
from tests.factories import make_user, story_form

ADD = reverse("admin:articles_article_add")
LIST = reverse("admin:articles_article_changelist")


class SentTwiceTests(TestCase):
    def setUp(self):
        self.client.force_login(make_user(group=REPORTER))

    def send(self, token="a", **fields):
        """The token is masked anew for each page that Django sends, and so tells one form from the next."""
        form = {**story_form(Article(headline="新稿", body="正文。")), "base_version": "", **fields}
        return self.client.post(ADD, {**form, "csrfmiddlewaretoken": token})

    def test_makes_one_story_and_the_same_answer(self):
        first, second = self.send(), self.send()

        self.assertEqual(Article.objects.count(), 1)
        self.assertRedirects(first, LIST)
        self.assertRedirects(second, LIST)

    def test_leads_on_to_the_story_where_the_button_does(self):
        self.send(_continue="on")

        story = Article.objects.get()
        self.assertRedirects(self.send(_continue="on"), reverse("admin:articles_article_change", args=[story.pk]))

    def test_loses_no_words_that_differ(self):
        self.send()
        self.send(body="退回去又写的另一篇。")

        self.assertEqual({story.body for story in Article.objects.all()}, {"正文。", "退回去又写的另一篇。"})

    def test_two_forms_with_the_same_words_make_two(self):
        self.send("a")
        self.send("b")

        self.assertEqual(Article.objects.count(), 2)

    def test_makes_it_again_once_it_was_deleted(self):
        self.send()
        Article.objects.all().delete()

        self.send()

        self.assertEqual(Article.objects.count(), 1)

    def test_a_refused_form_is_not_remembered(self):
        self.send(headline="")

        self.assertContains(self.send(headline=""), "这个字段是必填项。")

    def test_each_page_brings_a_token_of_its_own(self):
        tokens = {self.client.get(ADD).context["csrf_token"] for _visit in range(2)}

        self.assertEqual(len(tokens), 2)
