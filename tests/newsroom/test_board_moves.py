import json
from datetime import timedelta

from django.contrib.messages import get_messages
from django.test import TestCase
from django.urls import reverse
from django.utils import timezone

from articles.models import Issue, Note, Placement
from newsroom.groups import EDITOR, REPORTER
from tests.factories import make_article, make_desk, make_issue, make_page, make_user, place

JSON = {"accept": "application/json"}


class BoardTestCase(TestCase):
    def setUp(self):
        self.issue = make_issue(published=False)
        self.one, self.two = (make_page(issue=self.issue, label=label) for label in ("01", "02"))
        self.client.force_login(make_user(group=EDITOR))

    def board(self):
        return self.client.get(reverse("admin:index"), {"date": "2023-03-02"})

    def seen(self):
        return json.dumps(self.board().context["board"].seen)

    def post(self, act, /, *, headers=None, **fields):
        address = reverse(f"admin:board_{act}", args=[self.issue.pk])
        return self.client.post(address, fields, headers=headers)

    def move(self, *, headers=None, **fields):
        return self.post("move", headers=headers, **{"seen": self.seen(), **fields})

    def on(self, page):
        return list(page.placements.order_by("order", "pk").values_list("article__headline", flat=True))

    def said(self, response):
        return " ".join(map(str, get_messages(response.wsgi_request)))


class MenuTests(BoardTestCase):
    """What a card's menu does without a script."""

    def test_moves_up_and_down(self):
        first, second = (place(article=make_article(headline=word), page=self.one) for word in "一二")

        self.move(up=f"p{second.pk}")
        self.assertEqual(self.on(self.one), ["二", "一"])

        self.move(down=f"p{second.pk}")
        self.assertEqual(self.on(self.one), ["一", "二"])
        self.assertIn("已经在那里了", self.said(self.move(up=f"p{first.pk}")))

    def test_goes_to_the_page_that_was_chosen_and_back_to_the_board(self):
        row = place(article=make_article(headline="移"), page=self.one)

        response = self.move(to=f"p{row.pk}", **{f"page-p{row.pk}": self.two.pk})

        self.assertEqual(self.on(self.two), ["移"])
        self.assertRedirects(response, reverse("admin:index") + "?date=2023-03-02")
        self.assertContains(self.board(), "“移”已移到第02版：工会。")

    def test_runs_on_to_the_page_that_was_chosen_and_says_so_on_both(self):
        row = place(article=make_article(headline="转"), page=self.one)

        self.move(turn=f"p{row.pk}", **{f"page-p{row.pk}": self.two.pk})

        self.assertEqual((self.on(self.one), self.on(self.two)), (["转"], ["转"]))
        self.assertContains(self.board(), "下转第02版")
        self.assertContains(self.board(), "上接第01版")
        self.assertIn("请先选择版面", self.said(self.move(turn=f"p{row.pk}")))

    def test_places_a_story_that_had_no_page(self):
        story = make_article(headline="待上版")

        self.move(to=f"s{story.pk}", **{f"page-s{story.pk}": self.one.pk})

        self.assertEqual(self.on(self.one), ["待上版"])

    def test_takes_a_story_off(self):
        row = place(article=make_article(), page=self.one)

        self.move(off=f"p{row.pk}")

        self.assertEqual(self.on(self.one), [])

    def test_asks_for_a_page_and_an_act(self):
        row = place(article=make_article(), page=self.one)

        self.assertIn("请先选择版面", self.said(self.move(to=f"p{row.pk}")))
        self.assertIn("请选择要做的操作", self.said(self.move()))


class DraggedTests(BoardTestCase):
    """What a script asks for."""

    def test_answers_with_the_board_as_it_is_then(self):
        row = place(article=make_article(headline="移"), page=self.one)
        other = place(article=make_article(headline="二"), page=self.two)

        answer = self.move(headers=JSON, put=f"p{row.pk}", page=self.two.pk, before=other.pk).json()

        self.assertEqual((self.on(self.two), answer["refused"]), (["移", "二"], False))
        self.assertEqual(answer["said"], ["“移”已移到第02版：工会。"])
        self.assertIn(f'data-card="p{row.pk}"', answer["board"])

    def test_the_second_of_two_is_told_and_shown_the_present_board(self):
        first, second = (place(article=make_article(headline=word), page=self.one) for word in "一二")
        seen = self.seen()
        self.move(seen=seen, up=f"p{second.pk}")

        answer = self.move(headers=JSON, seen=seen, put=f"p{first.pk}", page=self.two.pk).json()

        self.assertTrue(answer["refused"])
        self.assertIn("有人刚刚改动了第01版", answer["said"][0])
        self.assertLess(answer["board"].index("二</a>"), answer["board"].index("一</a>"))
        self.assertEqual(self.on(self.one), ["二", "一"])

    def test_whatever_is_sent_is_answered(self):
        row = place(article=make_article(), page=self.one)
        for odd in ("", "p", "s", "x1", "p999999", "p" + "9" * 30, "s٣"):
            for seen in ("", "[]", "{", '{"a": 1}', "[" * 5000):
                with self.subTest(card=odd, seen=seen[:5]):
                    response = self.move(seen=seen, put=odd, page=self.one.pk, before="x")
                    self.assertIn(response.status_code, (302, 404))
        self.assertEqual(Placement.objects.get(), row)


class UndoTests(BoardTestCase):
    def test_takes_the_last_act_back(self):
        row = place(article=make_article(headline="移"), page=self.one)
        self.move(put=f"p{row.pk}", page=self.two.pk)
        self.assertContains(self.board(), reverse("admin:board_undo", args=[self.issue.pk]))

        self.post("undo")

        self.assertEqual(self.on(self.one), ["移"])
        self.assertNotContains(self.board(), reverse("admin:board_undo", args=[self.issue.pk]))

    def test_is_offered_no_more_once_somebody_else_has_changed_the_page(self):
        row = place(article=make_article(), page=self.one)
        self.move(put=f"p{row.pk}", page=self.two.pk)
        place(article=make_article(), page=self.two)

        self.assertNotContains(self.board(), reverse("admin:board_undo", args=[self.issue.pk]))
        self.assertIn("有人刚刚改动了", self.said(self.post("undo")))

    def test_is_offered_no_more_once_the_page_is_deleted(self):
        row = place(article=make_article(), page=self.one)
        self.move(off=f"p{row.pk}")
        self.one.delete()

        self.assertNotContains(self.board(), reverse("admin:board_undo", args=[self.issue.pk]))
        self.assertIn("刚刚被别人删除了", self.said(self.post("undo")))

    def test_says_when_there_is_nothing(self):
        self.assertIn("没有可以撤销的操作", self.said(self.post("undo")))


class RightsTests(BoardTestCase):
    def test_a_reporter_moves_nothing_and_is_offered_nothing(self):
        desk = make_desk()
        row = place(article=make_article(desk=desk), page=self.one)
        seen = self.seen()
        self.client.force_login(make_user(group=REPORTER, desk=desk))

        self.assertNotContains(self.board(), "移到哪一版")
        self.assertIn("没有给稿件上版的权限", self.said(self.move(seen=seen, off=f"p{row.pk}")))
        self.assertTrue(Placement.objects.exists())

    def test_nothing_happens_by_looking(self):
        for name in ("move", "undo", "add", "page"):
            with self.subTest(name):
                response = self.client.get(reverse(f"admin:board_{name}", args=[self.issue.pk]))
                self.assertEqual(response.status_code, 405)

    def test_a_page_of_another_issue_takes_nothing(self):
        row = place(article=make_article(), page=self.one)
        elsewhere = make_page(issue=make_issue(edition="extra"))

        self.assertIn("已经不在了", self.said(self.move(put=f"p{row.pk}", page=elsewhere.pk)))
        self.assertEqual(Placement.objects.get().page, self.one)


class FollowTests(BoardTestCase):
    def look(self, seen):
        return self.client.get(reverse("admin:board", args=[self.issue.pk]), {"seen": seen})

    def test_is_silent_until_something_changes(self):
        row = place(article=make_article(headline="移"), page=self.one)
        stamp = self.board().context["board"].stamp
        self.assertEqual(self.look(stamp).status_code, 204)

        self.move(put=f"p{row.pk}", page=self.two.pk)

        self.assertContains(self.look(stamp), "移")

    def test_tells_of_notes_and_of_another_hour(self):
        story = place(article=make_article(), page=self.one).article
        stamp = self.board().context["board"].stamp
        Note.objects.create(article=story, by=make_user(group=EDITOR), words="请核对。")
        noted = self.board().context["board"].stamp
        self.assertEqual(self.look(stamp).status_code, 200)

        Issue.objects.update(signed_for=timezone.now() + timedelta(hours=1))

        self.assertEqual(self.look(noted).status_code, 200)

    def test_asks_little(self):
        for number in range(20):
            make_article(headline=str(number), page=self.one)
        stamp = self.board().context["board"].stamp

        with self.assertNumQueries(8):
            self.assertEqual(self.look(stamp).status_code, 204)
