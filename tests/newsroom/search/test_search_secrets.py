"""Something that could leak, in every part of the search page."""

from datetime import timedelta

from django.test import TestCase
from django.utils import timezone

from articles.publishing import withdraw
from bylines.models import Contributor
from tests.factories import (
    make_article,
    make_channel,
    make_column,
    make_issue,
    make_page,
    make_published,
    make_town,
    reporter,
)


class SearchSecretTests(TestCase):
    """One public story and three secret ones share every word and every label; only the public one is ever named."""

    @classmethod
    def setUpTestData(cls):
        shared = {
            "by": [reporter("李凡")],
            "regions": [make_town()],
            "tags": ["劳模"],
            "column": make_column(name="匠心"),
            "channel": make_channel(name="要闻"),
        }
        make_published(headline="工会公开", **shared)
        make_article(headline="工会机密草稿", body="工会机密", **shared)
        hour = timezone.now() + timedelta(hours=1)
        make_published(headline="工会机密禁发", body="工会机密", at=hour, **shared)
        withdraw(make_published(headline="工会机密撤稿", body="工会机密", **shared))

    def test_only_what_may_be_read_is_found_and_counted(self):
        contributor = Contributor.objects.get(name="李凡").pk
        filters = (
            {},
            {"region": "330681"},
            {"tag": "劳模"},
            {"column": "匠心"},
            {"contributor": contributor},
            {"q": ""},
        )
        for asked in filters:
            with self.subTest(asked=asked):
                response = self.client.get("/search/", {"q": "工会", "channel": "要闻", **asked})
                self.assertContains(response, "公开")
                self.assertContains(response, "共 1 篇")
                self.assertNotContains(response, "机密")

    def test_words_of_a_secret_story_find_nothing(self):
        self.assertContains(self.client.get("/search/", {"q": "机密"}), "没有找到")

    def test_secret_names_are_neither_suggested_nor_known(self):
        hour = timezone.now() + timedelta(hours=1)
        hidden = make_published(by=[reporter("线人")], tags=["暗号"], column=make_column(name="暗访"), at=hour)
        informer = Contributor.objects.get(name="线人").pk

        for name in ("线人", "暗号", "暗访"):
            self.assertNotContains(self.client.get("/search/", {"q": name}), "search-named")
        for asked in ({"contributor": informer}, {"tag": "暗号"}, {"column": hidden.column.slug}):
            response = self.client.get("/search/", {"q": "工会", **asked})
            self.assertContains(response, "没有这一项")
            self.assertNotContains(response, "线人")

    def test_an_issue_that_is_not_out_is_none(self):
        make_page(issue=make_issue(published=False))

        self.assertContains(self.client.get("/search/", {"q": "工会", "issue": "2023-03-02"}), "没有这一期报纸")
