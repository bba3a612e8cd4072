from datetime import date, timedelta

from django.test import TestCase
from django.urls import reverse
from django.utils import timezone

from articles.models import Doubt, Issue
from articles.state import State
from bylines.models import Role
from desk.models import Heartbeat, Paper
from newsroom.board import board_for, issue_in_hand, issue_near
from newsroom.groups import CHIEF, EDITOR, PHOTOGRAPHER, REPORTER
from tests.factories import (
    correspondent,
    illustrate,
    make_article,
    make_desk,
    make_issue,
    make_page,
    make_published,
    make_user,
    place,
    reporter,
)

BOARD = reverse("admin:index")


class IssueInHandTests(TestCase):
    today = date(2023, 3, 2)

    def test_is_todays_while_it_is_not_out(self):
        make_issue(on=date(2023, 3, 1))
        todays = make_issue(on=self.today, published=False)
        make_issue(on=date(2023, 3, 3), published=False)

        self.assertEqual(issue_in_hand(self.today), todays)

    def test_is_tomorrows_once_todays_is_out(self):
        make_issue(on=self.today)
        tomorrows = make_issue(on=date(2023, 3, 3), published=False)

        self.assertEqual(issue_in_hand(self.today), tomorrows)

    def test_is_todays_when_no_other_has_begun(self):
        todays = make_issue(on=self.today)

        self.assertEqual(issue_in_hand(self.today), todays)

    def test_is_the_latest_when_nothing_lies_ahead(self):
        make_issue(on=date(2023, 2, 27))
        latest = make_issue(on=date(2023, 2, 28))

        self.assertEqual(issue_in_hand(self.today), latest)

    def test_is_none_in_an_empty_newsroom(self):
        self.assertIsNone(issue_in_hand(self.today))

    def test_a_day_without_a_paper_shows_the_one_before_it(self):
        before = make_issue(on=date(2023, 3, 1))
        make_issue(on=date(2023, 3, 5))

        self.assertEqual(issue_near(date(2023, 3, 4)), before)

    def test_an_extra_is_found_by_its_edition(self):
        make_issue(on=self.today)
        extra = make_issue(on=self.today, edition="extra")

        self.assertEqual(issue_near(self.today, "extra"), extra)


class BoardTests(TestCase):
    def setUp(self):
        self.editor = make_user(group=EDITOR)
        self.issue = make_issue(published=False)
        self.page = make_page(issue=self.issue, label="01", name="要闻")

    def board_of(self, user):
        return board_for(user, Issue.objects.tell_neighbours().get(pk=self.issue.pk))

    def test_stands_the_pages_in_order_with_their_stories(self):
        make_page(issue=self.issue, label="02", name="工会")
        first = make_article(headline="一", page=self.page)
        second = make_article(headline="二", page=self.page)

        board = self.board_of(self.editor)

        self.assertEqual([sheet.page.label for sheet in board.sheets], ["01", "02"])
        self.assertEqual([card.pk for card in board.sheets[0].cards], [first.pk, second.pk])

    def test_a_card_says_what_a_duty_editor_asks(self):
        by = [reporter("李凡"), correspondent("周永卫"), (Role.PHOTOGRAPHER, "马敏")]
        article = make_article(headline="工会送清凉", body="十个字的正文在这里。", by=by, page=self.page)
        illustrate(article=article)
        Doubt.objects.create(article=article, code="cut-off", message="?")
        Doubt.objects.create(article=article, code="name", message="?", settled_at=timezone.now())

        card = self.board_of(self.editor).sheets[0].cards[0]

        self.assertEqual((card.headline, card.state, card.length), ("工会送清凉", State.DRAFT, 10))
        self.assertEqual((card.writers, card.photos, card.doubts), ("李凡、周永卫", 1, 1))

    def test_sums_the_length_of_a_page(self):
        make_article(body="四个字。", page=self.page)
        make_article(body="五个字呢。", page=self.page)

        self.assertEqual(self.board_of(self.editor).sheets[0].length, 9)

    def test_a_story_on_two_pages_stands_on_both(self):
        other = make_page(issue=self.issue, label="02")
        article = make_article(page=self.page)
        place(article=article, page=other)

        board = self.board_of(self.editor)

        self.assertEqual([[card.pk for card in sheet.cards] for sheet in board.sheets], [[article.pk], [article.pk]])

    def test_stories_without_a_page_wait_at_the_side(self):
        waiting = make_article(headline="待上版")
        make_article(headline="在别的报上", page=make_page(issue=make_issue(on=date(2023, 3, 9))))
        make_published(headline="只在网上")

        self.assertEqual([card.pk for card in self.board_of(self.editor).unplaced], [waiting.pk])

    def test_an_old_story_without_a_page_no_longer_waits(self):
        article = make_article()
        type(article).objects.update(created_at=timezone.now() - timedelta(days=90))

        self.assertEqual(self.board_of(self.editor).unplaced, ())

    def test_knows_the_issues_before_and_after(self):
        before, after = make_issue(on=date(2023, 3, 1)), make_issue(on=self.issue.date, edition="extra")

        board = self.board_of(self.editor)

        self.assertEqual([str(board.previous), str(board.next)], [str(before), str(after)])

    def test_a_reporter_sees_only_that_other_desks_have_stories_here(self):
        desk = make_desk(name="时政部")
        make_article(headline="别部门的秘密稿", page=self.page, desk=make_desk(name="副刊部"))
        make_article(headline="别部门的未上版稿", desk=make_desk(name="经济部"))
        own = make_article(headline="本部门的稿", page=self.page, desk=desk)

        board = self.board_of(make_user(group=REPORTER, desk=desk))

        self.assertEqual([card.pk for card in board.sheets[0].cards], [own.pk])
        self.assertEqual((board.sheets[0].hidden, board.unplaced), (1, ()))


class BoardPageTests(TestCase):
    def setUp(self):
        self.issue = make_issue(published=False)
        self.page = make_page(issue=self.issue, label="02", name="工会")
        Heartbeat.beat("worker")
        Paper.current()

    def see(self, group, **asked):
        self.client.force_login(make_user(group=group))
        return self.client.get(BOARD, asked)

    def test_shows_the_issue_its_pages_and_its_stories(self):
        article = make_article(headline="工会送清凉", page=self.page, by=[reporter("李凡")])

        response = self.see(EDITOR)

        for words in ("2023年3月2日", "第02版：工会", "工会送清凉", "李凡", "草稿"):
            self.assertContains(response, words)
        self.assertContains(response, reverse("admin:articles_article_change", args=[article.pk]))

    def test_asks_as_much_for_many_stories_as_for_one(self):
        self.client.force_login(make_user(group=EDITOR))
        make_article(page=self.page)
        with self.assertNumQueries(12):
            self.client.get(BOARD)

        for number in range(30):
            article = make_article(page=self.page if number % 2 else None, by=[reporter(f"记者{number}")])
            illustrate(article=article)
        with self.assertNumQueries(12):
            self.client.get(BOARD)

    def test_goes_to_another_day(self):
        make_page(issue=make_issue(on=date(2023, 3, 1)), label="01", name="昨日版")

        self.assertContains(self.see(EDITOR, date="2023-03-01"), "昨日版")

    def test_says_when_that_day_has_no_paper(self):
        self.assertContains(self.see(EDITOR, date="2023-04-01"), "没有2023-04-01的报纸")

    def test_a_senseless_day_is_the_issue_in_hand(self):
        for day in ("morgen", "2023-02-31"):
            self.assertContains(self.see(EDITOR, date=day), "第02版：工会")

    def test_an_empty_newsroom_begins_its_first_issue(self):
        self.page.delete()
        Issue.objects.all().delete()

        self.assertContains(self.see(CHIEF), reverse("admin:articles_issue_add"))

    def test_a_photographer_is_asked_for_photos_and_sees_no_story(self):
        make_article(headline="摄影看不见的稿", page=self.page)

        response = self.see(PHOTOGRAPHER)

        self.assertContains(response, reverse("admin:media_photo_add"))
        self.assertNotContains(response, "摄影看不见的稿")

    def test_other_desks_headlines_do_not_leak_to_a_reporter(self):
        make_article(headline="别部门的秘密稿", page=self.page, desk=make_desk())

        response = self.see(REPORTER)

        self.assertNotContains(response, "别部门的秘密稿")
        self.assertContains(response, "另有1篇其他部门的稿件")

    def test_warns_when_the_worker_is_late(self):
        Heartbeat.objects.update(beaten_at=timezone.now() - timedelta(minutes=5))

        self.assertContains(self.see(EDITOR), "后台任务")

    def test_is_silent_while_the_worker_runs(self):
        self.assertNotContains(self.see(EDITOR), "后台任务")


class NavigationTests(TestCase):
    def test_stands_in_the_order_of_an_editors_work(self):
        self.client.force_login(make_user(is_superuser=True))

        groups = [group["name"] for group in self.client.get(BOARD).context["available_apps"]]

        self.assertEqual([str(name) for name in groups[:3]], ["稿件", "收稿", "期与版"])
        self.assertEqual(len(groups), len(set(map(str, groups))))

    def test_shows_a_photographer_photos_first(self):
        self.client.force_login(make_user(group=PHOTOGRAPHER))

        groups = self.client.get(BOARD).context["available_apps"]

        self.assertEqual(str(groups[0]["name"]), "图片")
