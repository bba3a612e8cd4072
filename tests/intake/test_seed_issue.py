"""The real page, all the way: from its text to the pages that readers browse."""

from io import StringIO
from pathlib import Path
from unittest import skipUnless

from django.core.management import call_command
from django.test import TestCase

from articles.models import Article, Placement
from bylines.models import Byline, Contributor
from tests.intake.test_corpus import SHARED

SEED = Path(SHARED / "seed.txt")


@skipUnless(SEED.exists(), "the seed page does not lie beside the project")
class SeedIssueTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        call_command("load_regions", stdout=StringIO())
        place = ["--date", "2023-03-02", "--page", "02", "--page-name", "工会"]
        call_command("intake", str(SEED), *place, stdout=StringIO())
        call_command("publish_issue", "2023-03-02", stdout=StringIO())
        cls.first = Article.objects.get(headline="努力将职工万条心拧成一股绳")

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
        reporter = Contributor.objects.get(name="李凡")
        page = self.client.get(reporter.get_absolute_url())

        for byline in Byline.objects.filter(contributor=reporter):
            self.assertContains(page, byline.article.headline)
        self.assertEqual(reporter.bylines.count(), 2)

    def test_a_story_prints_its_byline(self):
        story = Article.objects.get(headline="为货运司机 树身边的榜样")

        self.assertEqual(
            [(byline.name, byline.role) for byline in story.bylines.all()],
            [("李凡", "reporter"), *[(name, "correspondent") for name in ("周永卫", "王际明", "梁昊")]],
        )
        self.assertContains(self.client.get(story.get_absolute_url()), "周永卫")
