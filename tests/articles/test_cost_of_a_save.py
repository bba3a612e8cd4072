from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Listing
from newsroom.benchmark.forms import filled_in
from tests.articles.test_form_rows import a_row_of_each_kind, form_address
from tests.factories import make_published, make_user


class CostOfASaveTests(TestCase):
    def setUp(self):
        self.client.force_login(make_user(is_superuser=True))
        self.article = make_published(tags=["高温", "慰问"])
        a_row_of_each_kind(self.article, 1)
        self.article.keep_as_found()
        self.saved(self.form())  # content types are remembered from here on, and the lists are written

    def form(self, **typed):
        page = self.client.get(form_address(self.article)).content.decode()
        return {**filled_in(page), "headline": "工会送清凉", **typed}

    def saved(self, form):
        """The statements of a save."""
        with CaptureQueriesContext(connection) as sent:
            response = self.client.post(form_address(self.article), form)
        self.assertRedirects(response, reverse("admin:articles_article_changelist"), fetch_redirect_response=False)
        return [query["sql"] for query in sent if "SAVEPOINT" not in query["sql"]]

    def test_another_headline_costs_the_same_with_one_row_of_each_kind_and_with_three(self):
        one = len(self.saved(self.form(headline="新标题")))
        for number in (2, 3):
            a_row_of_each_kind(self.article, number)
        self.saved(self.form())

        three = len(self.saved(self.form(headline="另一标题")))

        self.assertEqual(three, one)
        self.assertLessEqual(three, 50)

    def test_a_save_that_changes_nothing_writes_no_lists_and_no_search(self):
        sent = self.saved(self.form())

        self.assertFalse([sql for sql in sent if "articles_listing" in sql or "search_out" in sql])

    def test_what_a_row_points_at_is_not_asked_for_again(self):
        sent = self.saved(self.form(headline="新标题"))

        alone = ("bylines_contributor", "regions_region", "media_photo", "articles_page", "articles_genre")
        self.assertFalse([sql for sql in sent for table in alone if f'FROM "{table}" WHERE' in sql])

    def test_a_tag_that_is_taken_off_leaves_its_list(self):
        self.saved(self.form(tags="高温"))

        self.assertEqual(Listing.objects.filter(article=self.article, kind="tag").count(), 1)
        self.assertEqual(list(self.article.tags.names()), ["高温"])
