from django.test import TestCase
from django.urls import reverse

from articles.models import Article, Doubt
from newsroom.groups import EDITOR, REPORTER
from tests.factories import make_article, make_user, story_form


def form_address(article):
    return reverse("admin:articles_article_change", args=[article.pk])


class DoubtTests(TestCase):
    def setUp(self):
        self.article = make_article()
        self.doubt = Doubt.objects.create(article=self.article, code="name", message="署名没有读懂。")
        self.editor = make_user(group=EDITOR)

    def save(self, **tick):
        rows = {"TOTAL_FORMS": 1, "INITIAL_FORMS": 1, "0-id": self.doubt.pk, **tick}
        self.article.refresh_from_db()
        typed = {**story_form(self.article), **{f"doubts-{name}": value for name, value in rows.items()}}
        self.client.force_login(self.editor)
        self.client.post(form_address(self.article), typed)
        self.doubt.refresh_from_db()

    def test_a_tick_settles_it_and_says_who(self):
        self.save(**{"0-is_settled": "on"})

        self.assertTrue(self.doubt.is_settled)
        self.assertEqual(self.doubt.settled_by, self.editor)
        self.assertQuerySetEqual(Doubt.objects.open(), [])

    def test_a_tick_that_stands_already_leaves_the_first_name(self):
        first = make_user()
        self.doubt.settle(by=first)

        self.save(**{"0-is_settled": "on"})

        self.assertEqual(self.doubt.settled_by, first)

    def test_a_tick_taken_away_opens_it_again(self):
        self.doubt.settle(by=make_user())

        self.save()

        self.assertQuerySetEqual(Doubt.objects.open(), [self.doubt])
        self.assertIsNone(self.doubt.settled_by)

    def test_that_came_after_the_form_was_opened_stands_in_the_way_of_no_save(self):
        typed = story_form(self.article) | {"headline": "另一个标题"}
        typed = {name: value for name, value in typed.items() if not name.startswith("doubts-")}
        self.client.force_login(self.editor)

        answer = self.client.post(form_address(self.article), typed)

        self.assertEqual(answer.status_code, 302)
        self.assertEqual(Article.objects.get().headline, "另一个标题")
        self.assertContains(self.client.get(form_address(self.article)), "署名没有读懂。")

    def test_a_reporter_reads_it_and_cannot_tick(self):
        user = make_user(group=REPORTER)
        Article.objects.update(created_by=user)
        self.client.force_login(user)

        response = self.client.get(form_address(self.article))

        self.assertContains(response, "署名没有读懂。")
        self.assertContains(response, "已处理")
        self.assertNotContains(response, 'name="doubts-0-is_settled"')

    def test_no_template_settles_it(self):
        self.assertTrue(Doubt.settle.alters_data)
        self.assertTrue(Doubt.reopen.alters_data)
