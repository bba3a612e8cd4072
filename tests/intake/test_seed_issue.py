"""The real page, all the way: from its text to the pages that readers browse."""

import json
from collections import Counter
from io import StringIO
from pathlib import Path
from unittest import skipUnless

from django.core.management import call_command
from django.test import TestCase

from articles.models import Article, Placement
from bylines.models import Byline, Contributor
from tests.intake.test_corpus import SHARED

SEED = Path(SHARED / "seed.txt")
LABELS = Path(SHARED / "corpus/seed.labels.json")


@skipUnless(SEED.exists(), "the seed page does not lie beside the project")
class SeedIssueTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        call_command("load_regions", stdout=StringIO())
        place = ["--date", "2023-03-02", "--page", "02", "--page-name", "工会"]
        call_command("intake", str(SEED), *place, stdout=StringIO())
        call_command("publish_issue", "2023-03-02", stdout=StringIO())
        cls.labels = json.loads(LABELS.read_text(encoding="utf-8"))
        cls.first = Article.objects.get(headline=cls.labels[0]["headline"])

    def test_the_page_shows_the_seven_stories_in_order(self):
        page = self.client.get("/issues/2023-03-02/02/").content.decode()

        headlines = Placement.objects.order_by("order").values_list("article__headline", flat=True)
        found = [page.find(headline) for headline in headlines]
        self.assertEqual(len(found), 7)
        self.assertEqual(found, sorted(found))
        self.assertNotIn(-1, found)

    def test_town_county_and_city_list_the_first_story(self):
        for code in ("330681104", "330681", "330600"):
            self.assertContains(self.client.get(f"/regions/{code}/"), self.first.headline)

    def test_the_reporter_of_two_stories_lists_both(self):
        signed = Counter(credit["name"] for story in self.labels for credit in story["credits"])
        [(name, stories)] = signed.most_common(1)

        reporter = Contributor.objects.get(name=name)
        page = self.client.get(reporter.get_absolute_url())

        for byline in Byline.objects.filter(contributor=reporter):
            self.assertContains(page, byline.article.headline)
        self.assertEqual((reporter.bylines.count(), stories), (2, 2))

    def test_a_story_prints_its_byline(self):
        label = max(self.labels, key=lambda story: len(story["credits"]))
        credits = [(credit["name"], credit["role"]) for credit in label["credits"]]
        story = Article.objects.get(headline=label["headline"])

        self.assertEqual([(byline.name, byline.role) for byline in story.bylines.all()], credits)
        self.assertContains(self.client.get(story.get_absolute_url()), credits[-1][0])
