"""Something that could leak, on every page that lists stories, people, words or places."""

from datetime import timedelta

from django.test import TestCase
from django.utils import timezone

from articles.models import Correction, Listing
from articles.publishing import withdraw
from bylines.models import Contributor
from tests.factories import make_article, make_channel, make_column, make_published, make_town, reporter


class SecretTests(TestCase):
    """One public story and three secret ones share everything; only the public one is ever named."""

    def setUp(self):
        shared = {
            "by": [reporter("李凡")],
            "regions": [make_town()],
            "tags": ["劳模"],
            "column": make_column(name="匠心"),
            "channel": make_channel(name="工会"),
        }
        self.public = make_published(headline="公开稿件", **shared)
        draft = make_article(headline="机密草稿", body="机密", **shared)
        embargoed = make_published(headline="机密禁发", body="机密", at=timezone.now() + timedelta(hours=1), **shared)
        withdrawn = make_published(headline="机密撤稿", body="机密", **shared)
        stale = Listing.objects.filter(article=withdrawn).values("kind", "key", "published_at")
        rows = list(stale)
        withdraw(withdrawn)
        # Even rows that should not be there give nothing away.
        Listing.objects.bulk_create(Listing(article=withdrawn, **row) for row in rows)
        Listing.objects.bulk_create(Listing(article=draft, **row) for row in rows)
        for article in (draft, embargoed, withdrawn):
            Correction.objects.create(article=article, wrong="机密", right="机密")

    def test_lists_name_only_what_may_be_read(self):
        contributor = Contributor.objects.get(name="李凡").get_absolute_url()
        for address in ("/", "/regions/330681/", contributor, "/columns/匠心/", "/channels/工会/", "/tags/劳模/"):
            response = self.client.get(address)
            self.assertContains(response, "公开稿件")
            self.assertNotContains(response, "机密")

    def test_corrections_name_only_what_may_be_read(self):
        Correction.objects.create(article=self.public, wrong="误", right="公开更正")

        response = self.client.get("/corrections/")

        self.assertContains(response, "公开更正")
        self.assertNotContains(response, "机密")


class UnprintedTests(TestCase):
    def test_people_columns_and_tags_have_no_page_before_their_first_story(self):
        hour = timezone.now() + timedelta(hours=1)
        article = make_published(at=hour, by=[reporter("线人")], tags=["秘密行动"], column=make_column(name="暗访"))
        contributor = Contributor.objects.get(name="线人")

        for address in (contributor.get_absolute_url(), "/tags/秘密行动/", article.column.get_absolute_url()):
            self.assertEqual(self.client.get(address).status_code, 404)
        self.assertNotContains(self.client.get("/"), "暗访")
