from io import StringIO
from unittest.mock import patch

from django.core.management import CommandError, call_command
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from articles import indexing, publishing
from articles.models import Article
from articles.searching import enter_stories, sheets_of
from newsroom.management.commands import upgrade
from search.asking import Question, ask
from search.building import begin_anew, build_on, ready_below
from search.desk_asking import ask_desk
from search.entering import enter
from search.models import Building, DeskEntry, Frequency, OutText
from search.sheets import Sheet
from tests.factories import make_article, make_published, make_town, make_user, reporter

QUERIES = 5


def found(words):
    return ask(Question(words)).keys


def two_at_a_time():
    def two_below(key):
        return ready_below(indexing.newest_below, key, count=2)

    return build_on(two_below, indexing.hold_those, batch=2)


class BuildingTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.stories = [make_published(regions=[make_town()], by=[reporter("李凡")]) for _number in range(3)]
        cls.draft = make_article()

    def test_finds_afterwards_what_it_found_before(self):
        before = list(OutText.objects.order_by("place").values())

        call_command("rebuild_search", stdout=StringIO())

        self.assertEqual(list(OutText.objects.order_by("place").values()), before)
        self.assertEqual(len(found("工会")), 3)
        self.assertFalse(Building.objects.exists())

    def test_puts_drafts_where_only_the_desk_looks(self):
        call_command("rebuild_search", stdout=StringIO())

        self.assertEqual([entry.key for entry in DeskEntry.objects.all()], [self.draft.pk])

    def test_goes_on_where_it_was_interrupted(self):
        begin_anew()
        self.assertEqual(next(two_at_a_time()), 2)
        self.assertEqual(found("工会"), [self.stories[2].pk])

        call_command("rebuild_search", stdout=StringIO())

        self.assertEqual(len(found("工会")), 3)

    def test_leaves_what_is_entered_meanwhile(self):
        begin_anew()
        next(two_at_a_time())
        late = make_published(headline="晚报")
        publishing.withdraw(self.stories[0])

        indexing.build_a_while()

        self.assertEqual(found("晚报"), [late.pk])
        self.assertNotIn(self.stories[0].pk, found("工会"))

    def test_lays_nothing_over_what_was_saved_since_it_was_read(self):
        begin_anew()
        changed, gone, _other = self.stories

        def read_and_overtaken(key):
            for rows in ready_below(indexing.newest_below, key):
                Article.objects.filter(pk=changed.pk).update(headline="改了题")
                enter_stories([changed])
                Article.objects.filter(pk=gone.pk).delete()
                yield rows

        list(build_on(read_and_overtaken, indexing.hold_those))

        self.assertEqual(found("改了题"), [changed.pk])
        self.assertTrue(indexing.drift().is_none)

    def test_stops_where_somebody_begins_anew(self):
        begin_anew()
        building = two_at_a_time()
        next(building)
        begin_anew()

        self.assertEqual(list(building), [])
        self.assertEqual((found("工会"), Building.objects.get().done), ([], 0))

    def overtaken(self, **options):
        """A building that another one, begun at the same moment, is half done with before it lays its first batch."""
        begin_anew()
        other = two_at_a_time()

        def read_and_overtaken(key):
            rows = list(ready_below(indexing.newest_below, key))
            next(other)
            yield from rows

        return list(build_on(read_and_overtaken, indexing.hold_those, **options))

    def test_counts_each_story_once_where_two_build_at_once(self):
        self.assertEqual(set(self.overtaken()), {4})
        self.assertEqual(len(found("工会")), 3)

    def test_leaves_it_to_another_who_is_further_if_asked_to(self):
        self.assertEqual(self.overtaken(gives_way=True), [])
        self.assertEqual(Building.objects.get().done, 2)

    def test_gives_stories_of_one_minute_a_place_each(self):
        with patch("search.places.ROOM", 1):
            call_command("rebuild_search", stdout=StringIO())

        self.assertEqual(len(found("工会")), 3)

    def test_counts_what_many_stories_say(self):
        call_command("rebuild_search", stdout=StringIO())

        self.assertEqual(Frequency.objects.get(token="工会").share, 1)
        self.assertEqual(Frequency.objects.get(token="*").share, 3)


class DriftTests(TestCase):
    def setUp(self):
        self.story = make_published(by=[reporter("李凡")])
        self.draft = make_article()
        self.draft.keep_version(why="entered")

    def check(self, **options):
        call_command("check_search", stdout=StringIO(), **options)

    def test_is_content_with_what_is_sound(self):
        self.check()

    def test_names_and_mends_what_was_changed_behind_its_back(self):
        Article.objects.filter(pk=self.story.pk).update(headline="换了题")

        with self.assertRaisesMessage(CommandError, "1"):
            self.check()
        self.check(mend=True)

        self.assertEqual(found("换了题"), [self.story.pk])
        self.check()

    def test_mends_what_is_missing_and_what_has_no_story(self):
        enter([Sheet(self.draft.pk + 1000, "工会", "", published_at=self.story.published_at)])
        DeskEntry.objects.all().delete()

        drift = indexing.drift(mend=True)

        self.assertEqual((drift.missing, drift.surplus), ([self.draft.pk], [self.draft.pk + 1000]))
        self.assertEqual(found("工会"), [self.story.pk])

    def test_takes_nothing_for_surplus_that_came_while_it_compared(self):
        gap = self.draft.pk
        self.draft.delete()
        make_published()

        def meanwhile(keys):
            if not Article.objects.filter(pk=gap).exists():
                make_published(pk=gap, headline="快讯")
            return sheets_of(keys)

        with patch.object(indexing, "sheets_of", meanwhile):
            drift = indexing.drift(mend=True)

        self.assertEqual((drift.surplus, found("快讯")), ([], [gap]))

    def test_mends_an_entry_that_has_lost_its_text(self):
        OutText.objects.all().delete()

        self.check(mend=True)

        self.assertEqual(found("工会"), [self.story.pk])

    def test_is_mended_by_the_worker_where_it_is_new(self):
        Article.objects.filter(pk=self.story.pk).update(headline="换了题")

        indexing.mend_some()

        self.assertEqual(found("换了题"), [self.story.pk])

    def test_finds_tokens_that_the_index_has_lost(self):
        with connection.cursor() as cursor:
            if connection.vendor == "sqlite":
                cursor.execute("INSERT INTO search_out (search_out) VALUES ('delete-all')")
            else:
                cursor.execute("UPDATE search_outentry SET tokens = ''")

        with patch.object(indexing, "EACH_LOOKED_UP", 1):
            self.assertEqual(indexing.drift().different, [self.story.pk])

    def test_holds_the_stories_that_it_enters(self):
        with CaptureQueriesContext(connection) as asked:
            call_command("rebuild_search", stdout=StringIO())

        is_holding = any("FOR NO KEY UPDATE" in query["sql"] for query in asked)
        self.assertEqual(is_holding, connection.features.has_select_for_update)

    def test_costs_the_same_with_many_stories(self):
        make_published()
        with self.assertNumQueries(QUERIES):
            list(indexing.newest_below(None, 10))
        make_published()
        with self.assertNumQueries(QUERIES):
            list(indexing.newest_below(None, 10))


class UpgradeTests(TestCase):
    def test_gives_what_is_not_out_the_tokens_of_this_version(self):
        user = make_user()
        draft = make_article(created_by=user)
        enter([Sheet(draft.pk, draft.headline, draft.body)])
        self.assertEqual(ask_desk("工会", most=9, hands=[f"by:{user.pk}"]), [])

        call_command("enter_drafts", stdout=StringIO())

        self.assertEqual(ask_desk("工会", most=9, hands=[f"by:{user.pk}"]), [draft.pk])

    def test_leaves_the_archive_alone(self):
        out = make_published()
        make_article().keep_version(why="entered")
        Article.objects.filter(pk=out.pk).update(headline="换了题")

        self.assertEqual(indexing.enter_the_desks(), 1)
        self.assertEqual(found("换了题"), [])

    def test_is_told_to(self):
        self.assertIn(("enter_drafts",), upgrade.STEPS)
