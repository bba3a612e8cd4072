"""What seed_archive writes is what the verbs would have written."""

from io import StringIO
from unittest.mock import patch

from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.test import TestCase, override_settings
from django.urls import reverse

from articles.counting import wrong_counts
from articles.filed_under import listing_keys_of
from articles.indexing import build_on, drift
from articles.models import Article, Correction, Listing, ListingCount, Page, Placement, Printed
from articles.models.listing import Kind
from articles.printed_proof import wrong_prints
from bylines.models import Contributor
from media.models import Photo
from newsroom.archive.loading import loader
from newsroom.archive.seeding import NotEmptyError, seed
from pagecache.models import Log
from search.models import Building
from tests.factories import make_article, make_region, make_town
from wording.length import length
from wording.markup import plain_text

STORIES = 300


class ArchiveTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        make_town()
        city = make_region(
            code="330100", name="杭州市", level="city", parent=make_region(code="330000", level="province")
        )
        county = make_region(code="330106", name="西湖区", level="county", parent=city)
        make_region(code="330106109", name="三墩镇", level="town", parent=county)
        make_region(code="110000", name="北京市", level="province")
        cls.indexes = indexes()
        cls.age = Log.objects.get().age
        cls.seeded = seed(STORIES)

    def test_has_the_number_of_stories_asked_for(self):
        self.assertEqual(Article.objects.count(), STORIES)
        self.assertEqual(self.seeded.written[Article], STORIES)

    def test_forgets_all_kept_pages(self):
        self.assertNotEqual(Log.objects.get().age, self.age)

    def test_lists_what_the_verbs_would_list(self):
        stories = list(Article.objects.exclude(published_at=None).filter(withdrawn_at=None))
        wanted = {(pk, *key) for pk, keys in listing_keys_of(stories).items() for key in keys}

        self.assertEqual(set(Listing.objects.values_list("article", "kind", "key")), wanted)

    def test_lists_a_story_under_its_hour(self):
        listed = Listing.objects.filter(kind=Kind.DAY).values_list("article", "published_at")

        self.assertEqual(set(listed), set(Article.objects.published().values_list("pk", "published_at")))

    def test_counts_each_list_in_one_entry(self):
        self.assertEqual(wrong_counts(), [])
        self.assertEqual(ListingCount.objects.count(), ListingCount.objects.values("kind", "key").distinct().count())

    def test_prints_whom_the_verbs_would_print(self):
        self.assertEqual(list(wrong_prints()), [])
        self.assertTrue(Printed.objects.filter(photo=None).exists() and Printed.objects.exclude(photo=None).exists())

    def test_leaves_the_search_to_whoever_builds_it(self):
        self.assertTrue(Building.objects.exists())

        for _done in build_on():
            pass

        self.assertTrue(drift().is_none)

    def test_knows_the_length_of_every_story(self):
        wrong = [story.pk for story in Article.objects.all() if story.length != length(plain_text(story.body))]

        self.assertEqual(wrong, [])

    def test_fulfils_what_the_records_promise(self):
        connection.check_constraints()

        for model in (Article, Page, Placement, Contributor, Photo, Correction):
            for record in model.objects.all():
                record.full_clean()

    def test_gives_back_every_index(self):
        self.assertEqual(indexes(), self.indexes)

    def test_has_what_an_archive_has(self):
        self.assertEqual(Listing.objects.of(Kind.REGION, "330681104").count(), 3)
        self.assertTrue(Article.objects.withdrawn().exists())
        self.assertTrue(Correction.objects.exclude(printed_on=None).exists())
        self.assertEqual(set(Article.objects.filter(published_at=None).values_list("stage", flat=True)), STAGES)

    def test_can_be_read(self):
        newest = Article.objects.published().order_by("-published_at", "-pk").first()
        pictured = Article.objects.published().exclude(illustrations=None).first()
        page = Page.objects.filter(placements__article__in=Article.objects.published()).first()
        addresses = [record.get_absolute_url() for record in (newest, pictured, page, page.issue)]

        for address in [reverse("front_page"), "/regions/330681/", *addresses]:
            self.assertEqual(self.client.get(address).status_code, 200, address)

    def test_has_photos_without_files(self):
        address = Photo.objects.first().largest["url"]

        self.assertEqual(self.client.get(address).status_code, 404)

    def test_fills_an_empty_newsroom_only(self):
        with self.assertRaises(NotEmptyError):
            seed(10)


STAGES = {"draft", "submitted", "ready"}


def indexes():
    return {
        name: {key: said for key, said in about.items() if key != "definition"}
        for table in loader().names
        for name, about in connection.introspection.get_constraints(connection.cursor(), table).items()
        if not name.startswith("__")
    }


class SeedArchiveTests(TestCase):
    def run_it(self, **options):
        said = StringIO()
        call_command("seed_archive", articles=60, stdout=said, **options)
        return said.getvalue()

    def test_says_what_it_wrote(self):
        make_town()

        self.assertIn("articles_article\n", self.run_it())

    def test_makes_the_same_archive_of_the_same_number(self):
        make_town()
        archives = [self.made_and_undone(number) for number in (7, 7, 8)]

        self.assertEqual(archives[0], archives[1])
        self.assertNotEqual(archives[0], archives[2])

    def made_and_undone(self, number):
        mark = transaction.savepoint()
        self.run_it(seed=number)
        first = Article.objects.order_by("pk").first().pk
        stories = [(pk - first, *rest) for pk, *rest in Article.objects.values_list("pk", "headline", "body")]
        transaction.savepoint_rollback(mark)
        return stories

    @override_settings(PRODUCTION=True)
    def test_keeps_away_from_a_paper_in_production(self):
        with self.assertRaises(CommandError):
            self.run_it()

        self.assertFalse(Article.objects.exists())

    def test_touches_no_newsroom_that_has_stories(self):
        make_article()

        with self.assertRaises(CommandError):
            self.run_it()

    def test_needs_regions(self):
        with self.assertRaises(CommandError):
            self.run_it()

    def test_leaves_nothing_where_it_is_broken_off(self):
        make_town()

        with (
            patch("newsroom.archive.seeding.begin_anew", side_effect=KeyboardInterrupt),
            self.assertRaises(CommandError),
        ):
            self.run_it()

        self.assertFalse(Article.objects.exists() or Contributor.objects.exists())
