"""Addresses that nobody types by accident: they are answered, on both databases."""

from datetime import date

from django.test import TestCase
from django.urls import reverse

from newsroom.groups import EDITOR
from tests.factories import make_article, make_issue, make_town, make_user

LIST = reverse("admin:articles_article_changelist")
BOARD = reverse("admin:index")
ENDLESS = "9" * 5000


class OddInputTests(TestCase):
    def setUp(self):
        self.client.force_login(make_user(group=EDITOR))

    def test_a_number_of_any_length_finds_nothing_or_filters_nothing(self):
        for digits in (ENDLESS, "9" * 19, "9" * 18):
            for asked in ({"issue": digits}, {"issue": digits, "page_label": "02"}, {"column": digits}):
                with self.subTest(digits=len(digits), asked=list(asked)):
                    self.assertIn(self.client.get(LIST, asked).status_code, (200, 302))

    def test_a_story_of_any_number_is_none(self):
        for digits in (ENDLESS, "9" * 19):
            posted = {"pk": digits, "headline": "标题"}
            answers = [
                self.client.post(reverse("admin:articles_article_preview_body"), posted).status_code,
                self.client.get(f"/admin/articles/article/{digits}/preview/").status_code,
                self.client.post(f"/admin/articles/article/{digits}/change/", {}).status_code,
            ]
            with self.subTest(digits=len(digits)):
                self.assertEqual(set(answers) - {302, 403, 404}, set())

    def test_the_last_day_there_is_shows_the_issue_before_it(self):
        make_issue()

        for day in ("9999-12-31", "0001-01-01", "2023-02-30", "x" * 5000):
            self.assertEqual(self.client.get(BOARD, {"date": day, "edition": "\x00"}).status_code, 200, day[:10])


class NulTests(TestCase):
    """PostgreSQL takes no NUL in a text."""

    def setUp(self):
        self.client.force_login(make_user(group=EDITOR))

    def test_is_dropped_from_the_boards_address(self):
        extra = make_issue(on=date(2023, 3, 2), edition="extra")

        response = self.client.get(BOARD, {"date": "2023-03-02", "edition": "ex\x00tra"})

        self.assertEqual(response.context["board"].issue, extra)

    def test_is_dropped_from_a_search_for_a_region(self):
        make_town()
        asked = {"app_label": "articles", "model_name": "articleregion", "field_name": "region", "term": "\x00店口"}

        response = self.client.get(reverse("admin:autocomplete"), asked)

        self.assertEqual(len(response.json()["results"]), 1)

    def test_is_dropped_from_filters_and_searches(self):
        make_article(headline="工会送清凉")

        for asked in ({"q": "\x00送清凉"}, {"state": "dra\x00ft"}, {"region": "\x00"}, {"\x00": "x\x00"}):
            with self.subTest(asked=asked):
                self.assertIn(self.client.get(LIST, asked).status_code, (200, 302))
        self.assertContains(self.client.get(LIST, {"state": "dra\x00ft"}), "工会送清凉")
