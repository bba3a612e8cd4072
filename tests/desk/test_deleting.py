"""The page that asks before something is deleted, of records that much hangs from."""

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Article
from desk.deleting import NAMED
from tests.factories import make_article, make_column, make_user, reporter


class DeletingTests(TestCase):
    def setUp(self):
        self.client.force_login(make_user(is_superuser=True))
        self.column = make_column(name="匠心")

    def page(self):
        return self.client.get(reverse("admin:articles_column_delete", args=[self.column.pk]))

    def fill(self, number):
        Article.objects.bulk_create(Article(headline=f"第{n}篇", column=self.column) for n in range(number))

    def test_names_what_is_in_the_way(self):
        self.fill(2)

        response = self.page()

        self.assertContains(response, "第0篇</a>")
        self.assertEqual(len(response.context["protected"]), 2)

    def test_names_no_more_than_so_many_and_says_so(self):
        self.fill(NAMED + 5)

        response = self.page()

        self.assertEqual(len(response.context["protected"]), NAMED + 1)
        self.assertContains(response, "每类只列出20条")

    def test_reads_no_more_of_an_archive_than_it_names(self):
        self.fill(NAMED + 40)
        with CaptureQueriesContext(connection) as queries:
            self.page()

        asked = [query["sql"] for query in queries if 'FROM "articles_article"' in query["sql"]]
        self.assertTrue(asked)
        self.assertTrue(all(f"LIMIT {NAMED + 1}" in sql for sql in asked))

    def test_what_nothing_hangs_from_is_deleted(self):
        address = reverse("admin:articles_column_delete", args=[self.column.pk])

        self.assertRedirects(self.client.post(address, {"post": "yes"}), reverse("admin:articles_column_changelist"))

    def test_of_a_contributor_names_the_credits(self):
        article = make_article(by=[reporter("李凡")])
        person = article.bylines.get().contributor

        response = self.client.get(reverse("admin:bylines_contributor_delete", args=[person.pk]))

        self.assertContains(response, "李凡")
        self.assertEqual(len(response.context["protected"]), 1)
