from datetime import timedelta

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import placing
from articles.acting import Refusal
from articles.history.acts import Why
from articles.models import Article, Issue, Placement
from articles.models.article import Stage
from articles.page_order import Overtaken, in_order, stamp_of
from desk.models import AuditEntry
from newsroom.groups import EDITOR, REPORTER
from tests.factories import make_article, make_desk, make_issue, make_page, make_user, place

DRAWN = [[0, 0], [50, 0], [50, 30]]


class PlacingTestCase(TestCase):
    def setUp(self):
        self.editor = make_user(group=EDITOR)
        self.issue = make_issue(published=False)
        self.one, self.two = (make_page(issue=self.issue, label=label) for label in ("01", "02"))

    def seen(self):
        pages = self.issue.pages.all()
        return {page.pk: stamp_of(in_order([page.pk]).values_list("pk", "article")) for page in pages}

    def stories_on(self, page):
        return list(in_order([page.pk]).values_list("article__headline", flat=True))

    def placed(self, headline, page=None, *, stage=Stage.DRAFT, published_at=None, **fields):
        article = make_article(headline=headline, stage=stage, published_at=published_at)
        return place(article=article, page=page or self.one, **fields)

    def move(self, placement, page, **said):
        return placing.move(placement, page, **{"seen": self.seen(), "by": self.editor, **said})


class PlaceTests(PlacingTestCase):
    def test_puts_a_story_at_the_end_or_before_another(self):
        first = self.placed("一")

        placing.place(make_article(headline="末"), self.one, seen=self.seen(), by=self.editor)
        placing.place(make_article(headline="头"), self.one, before=first.pk, seen=self.seen(), by=self.editor)

        self.assertEqual(self.stories_on(self.one), ["头", "一", "末"])

    def test_of_two_who_place_the_same_story_the_second_is_told(self):
        story, seen = make_article(), self.seen()
        placing.place(story, self.one, seen=seen, by=self.editor)

        with self.assertRaisesMessage(Overtaken, "有人刚刚把“工会送清凉”上版了"):
            placing.place(story, self.two, seen=seen, by=self.editor)

        self.assertEqual(self.stories_on(self.two), [])

    def test_makes_a_version_and_a_line_in_the_audit_log(self):
        story = make_article()

        placing.place(story, self.one, seen=self.seen(), by=self.editor)

        entry = AuditEntry.objects.get(kind="article", key=str(story.pk))
        self.assertEqual((entry.verb, entry.words, entry.by), ("place", str(self.one), self.editor))
        self.assertEqual([row.why for row in story.revisions.order_by("version")], ["found", "moved"])


class MoveTests(PlacingTestCase):
    def test_takes_a_story_to_another_page_without_its_hotspot(self):
        moved, other = self.placed("移", hotspot=DRAWN), self.placed("二", self.two)

        self.move(moved, self.two, before=other.pk)

        moved.refresh_from_db()
        self.assertEqual((self.stories_on(self.one), self.stories_on(self.two)), ([], ["移", "二"]))
        self.assertEqual(moved.hotspot, [])

    def test_keeps_the_hotspot_on_its_own_page(self):
        moved, first = self.placed("移", hotspot=DRAWN, order=9), self.placed("一", order=1)

        self.move(moved, self.one, before=first.pk)

        moved.refresh_from_db()
        self.assertEqual((self.stories_on(self.one), moved.hotspot), (["移", "一"], DRAWN))

    def test_gives_the_neighbours_no_new_version_while_there_is_room(self):
        _first, second, third = (
            self.placed(word, order=number) for number, word in ((10, "一"), (20, "二"), (30, "三"))
        )
        version = second.article.version

        self.move(third, self.one, before=second.pk)

        second.article.refresh_from_db()
        self.assertEqual(self.stories_on(self.one), ["一", "三", "二"])
        self.assertEqual(second.article.version, version)

    def test_finds_a_place_between_any_two(self):
        rows = [self.placed(str(number), order=0) for number in range(4)]

        for _time in range(12):
            self.move(rows[3], self.one, before=rows[1].pk)
            self.move(rows[2], self.one, before=rows[3].pk)

        self.assertEqual(self.stories_on(self.one), ["0", "2", "3", "1"])

    def test_is_refused_where_the_story_stands_already(self):
        row = self.placed("两处")
        place(article=row.article, page=self.two)

        with self.assertRaisesMessage(Refusal, "已经在第02版：工会上了"):
            self.move(row, self.two)

    def test_of_two_who_move_on_one_page_the_second_is_told(self):
        first, second, seen = self.placed("一"), self.placed("二"), self.seen()
        self.move(second, self.one, before=first.pk)

        with self.assertRaisesMessage(Overtaken, "有人刚刚改动了第01版"):
            self.move(first, self.two, seen=seen)

        self.assertEqual(self.stories_on(self.one), ["二", "一"])

    def test_the_second_hears_who_it_was_and_when(self):
        first, second, seen = self.placed("一"), self.placed("二"), self.seen()
        self.move(second, self.two)
        at = timezone.localtime(AuditEntry.objects.get(verb="move").at)

        with self.assertRaisesMessage(Overtaken, f"最近改动：{self.editor}，{at:%H:%M}。"):
            self.move(first, self.one, seen=seen)

    def test_and_who_moved_stories_on_the_form_of_the_page(self):
        first, colleague, seen = self.placed("一"), make_user(group=EDITOR), self.seen()
        self.placed("二").article.keep_version(by=colleague, why=Why.MOVED, words=str(self.one))
        first.article.keep_version(by=colleague, why=Why.MOVED, words=str(self.one))

        with self.assertRaisesMessage(Overtaken, f"最近改动：{colleague}"):
            self.move(first, self.two, seen=seen)

    def test_two_on_different_pages_do_not_meet(self):
        three = make_page(issue=self.issue, label="03")
        mine, theirs, seen = self.placed("我的"), self.placed("他的", self.two), self.seen()
        self.move(theirs, self.two, seen=seen)

        self.move(mine, three, seen=seen)

        self.assertEqual(self.stories_on(three), ["我的"])

    def test_a_turning_keeps_its_links_and_goes_on_within_the_issue(self):
        start, three = self.placed("转"), make_page(issue=self.issue, label="03")
        rest = place(article=start.article, page=self.two, continued_from=start)

        self.move(rest, three)

        rest.refresh_from_db()
        self.assertEqual((rest.page, rest.continued_from), (three, start))


class TurnTests(PlacingTestCase):
    def test_a_story_runs_on_and_undo_takes_only_that_back(self):
        start, last = self.placed("转"), self.placed("末", self.two)

        done = placing.turn(start, self.two, seen=self.seen(), by=self.editor)

        rest = Placement.objects.get(page=self.two, article=start.article)
        self.assertEqual((self.stories_on(self.two), rest.continued_from), (["末", "转"], start))
        self.assertEqual(done.words, "“转”转至第02版：工会。")

        placing.take_back(done, by=self.editor)
        self.assertEqual(set(Placement.objects.all()), {start, last})

    def test_one_that_ran_on_already_goes_there_in_between(self):
        start, three = self.placed("转"), make_page(issue=self.issue, label="03")
        end = place(article=start.article, page=three, continued_from=start)

        placing.turn(start, self.two, seen=self.seen(), by=self.editor)

        end.refresh_from_db()
        self.assertEqual((end.continued_from.page, end.continued_from.continued_from), (self.two, start))

    def test_is_refused_on_a_page_where_it_stands(self):
        start = self.placed("转")
        place(article=start.article, page=self.two, continued_from=start)

        with self.assertRaisesMessage(Refusal, "已经在第02版：工会上了"):
            placing.turn(start, self.two, seen=self.seen(), by=self.editor)


class SignedIssueTests(PlacingTestCase):
    def test_loses_its_hour_with_an_unsigned_story(self):
        hour = timezone.now() + timedelta(hours=9)
        Issue.objects.update(signed_for=hour, published_at=hour)

        placing.place(make_article(), self.one, seen=self.seen(), by=self.editor)

        self.assertIsNone(Issue.objects.get().published_at)

    def test_lets_a_story_go_that_is_taken_off_and_has_it_back_by_undo(self):
        hour = timezone.now() + timedelta(hours=9)
        rows = [self.placed(word, stage=Stage.READY, published_at=hour) for word in "甲乙"]
        Issue.objects.update(signed_for=hour, published_at=hour)

        done = placing.take_off(rows[0], seen=self.seen(), by=self.editor)
        self.assertIsNone(Article.objects.get(headline="甲").published_at)
        placing.take_back(done, by=self.editor)

        self.assertEqual(set(Article.objects.values_list("published_at", flat=True)), {hour})


class CostTests(PlacingTestCase):
    def cost_of_a_move(self, **fields):
        """Savepoints aside, and those for the mover's rights, which a request asks once."""
        row = self.placed("移", stage=Stage.READY, **fields)
        row.article.keep_as_found()
        self.editor.get_all_permissions()
        seen = self.seen()
        with CaptureQueriesContext(connection) as asked:
            placing.move(row, self.two, seen=seen, by=self.editor)
        return sum("SAVEPOINT" not in query["sql"] for query in asked)

    def test_asks_the_same_whatever_stands_there(self):
        alone = self.cost_of_a_move()
        for number in range(6):
            self.placed(str(number), self.two, order=number)

        self.assertEqual(alone, self.cost_of_a_move())
        self.assertLessEqual(alone, 36)

    def test_and_little_more_in_a_signed_issue(self):
        hour = timezone.now() + timedelta(hours=9)
        for word in "甲乙":
            self.placed(word, self.two, stage=Stage.READY, published_at=hour)
        Issue.objects.update(signed_for=hour, published_at=hour)

        # Two of them are for the credits in print: the day that they count to is that of the story's page.
        self.assertLessEqual(self.cost_of_a_move(published_at=hour), 42)


class TakeOffTests(PlacingTestCase):
    def test_closes_the_gap_of_a_turning(self):
        start = self.placed("转")
        middle = place(article=start.article, page=self.two, continued_from=start)
        end = place(article=start.article, page=make_page(issue=self.issue, label="03"), continued_from=middle)

        placing.take_off(middle, seen=self.seen(), by=self.editor)

        end.refresh_from_db()
        self.assertEqual(end.continued_from, start)

    def test_takes_the_right_and_a_story_that_one_may_see(self):
        row = place(article=make_article(desk=make_desk()), page=self.one)
        reporter = make_user(group=REPORTER)
        with self.assertRaisesMessage(Refusal, "没有给稿件上版的权限"):
            placing.take_off(row, seen=self.seen(), by=reporter)

        self.assertTrue(Placement.objects.exists())


class TakeBackTests(PlacingTestCase):
    def test_brings_back_place_hotspot_and_turning(self):
        start, last = self.placed("转"), self.placed("末", self.two)
        rest = place(article=start.article, page=self.two, order=0, continued_from=start, hotspot=DRAWN)
        three = make_page(issue=self.issue, label="03")
        end = place(article=start.article, page=three, continued_from=rest)
        Placement.objects.filter(pk=last.pk).update(order=1)

        done = placing.take_off(rest, seen=self.seen(), by=self.editor)
        placing.take_back(done, by=self.editor)

        again = Placement.objects.get(page=self.two, article=start.article)
        end.refresh_from_db()
        self.assertEqual(self.stories_on(self.two), ["转", "末"])
        self.assertEqual((again.hotspot, again.continued_from, end.continued_from), (DRAWN, start, again))

    def test_brings_a_moved_story_back(self):
        moved, _other = self.placed("移", hotspot=DRAWN), self.placed("一")

        done = self.move(moved, self.two)
        placing.take_back(done, by=self.editor)

        moved.refresh_from_db()
        self.assertEqual((self.stories_on(self.one), moved.hotspot), (["移", "一"], DRAWN))

    def test_takes_off_what_was_placed(self):
        done = placing.place(make_article(), self.one, seen=self.seen(), by=self.editor)

        placing.take_back(done, by=self.editor)

        self.assertEqual(self.stories_on(self.one), [])

    def test_is_refused_when_the_page_was_deleted_since(self):
        done = placing.take_off(self.placed("移"), seen=self.seen(), by=self.editor)
        self.one.delete()

        with self.assertRaisesMessage(Overtaken, "刚刚被别人删除了"):
            placing.take_back(done, by=self.editor)

    def test_is_refused_when_somebody_has_been_there_since(self):
        moved, other = self.placed("移"), self.placed("一")
        done = self.move(moved, self.two)
        self.move(other, self.two)

        with self.assertRaises(Overtaken):
            placing.take_back(done, by=self.editor)

        self.assertEqual(self.stories_on(self.two), ["移", "一"])
