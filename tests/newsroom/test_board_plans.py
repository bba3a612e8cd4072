from datetime import date

from django.urls import reverse

from articles.models import Issue, Page
from articles.page_order import Overtaken
from articles.planning import change_page, delete_page
from newsroom.groups import REPORTER
from tests.factories import make_article, make_issue, make_page, make_user, place
from tests.newsroom.test_board_moves import BoardTestCase


class BeginTests(BoardTestCase):
    def begin(self, day):
        return self.client.post(reverse("admin:board_begin"), {"date": day})

    def test_takes_over_the_pages_of_the_last_issue_of_that_weekday(self):
        make_page(issue=make_issue(on=date(2023, 2, 24)), label="A01", name="周五版", duty_editor="闻人清")
        place(article=make_article(), page=self.one)

        response = self.begin("2023-03-03")

        page = Page.objects.get(issue__date="2023-03-03")
        self.assertEqual((page.label, page.name, page.duty_editor), ("A01", "周五版", "闻人清"))
        self.assertFalse(page.placements.exists())
        self.assertRedirects(response, reverse("admin:index") + "?date=2023-03-03")

    def test_or_else_those_of_the_one_before_and_counts_on(self):
        Issue.objects.filter(pk=self.issue.pk).update(number=100, last_number=101)

        self.begin("2023-03-04")

        begun = Issue.objects.get(date="2023-03-04")
        self.assertEqual([page.label for page in begun.pages.order_by("position")], ["01", "02"])
        self.assertEqual((begun.number, begun.published_at), (102, None))

    def test_shows_the_one_that_is_there_already(self):
        response = self.begin("2023-03-02")

        self.assertIn("已经开过版", self.said(response))
        self.assertEqual(Issue.objects.count(), 1)

    def test_asks_for_a_day(self):
        for senseless in ("", "x", "2023-02-31", "0001-01-01", "9999-12-31"):
            with self.subTest(senseless):
                self.assertIn("请填写出版日期", self.said(self.begin(senseless)))

    def test_takes_the_right(self):
        self.client.force_login(make_user(group=REPORTER))

        self.assertIn("没有排期排版的权限", self.said(self.begin("2023-03-04")))
        self.assertEqual(Issue.objects.count(), 1)


class PageTests(BoardTestCase):
    def face(self, page):
        board = self.board().context["board"]
        return next(sheet.face for sheet in board.sheets if sheet.page == page)

    def change(self, **fields):
        return self.post("page", order=self.board().context["board"].order, **fields)

    def test_is_added_behind_the_others(self):
        self.post("add", label="03", name="副刊", duty_editor="闻人清")

        self.assertEqual([page.title for page in self.issue.pages.order_by("position")][-1], "第03版：副刊")

    def test_a_label_that_is_there_or_is_none_is_refused(self):
        for label in ("01", "头版", ""):
            with self.subTest(label):
                self.assertTrue(self.said(self.post("add", label=label)))
        self.assertEqual(self.issue.pages.count(), 2)

    def test_is_named_and_given_its_duty_editor(self):
        self.change(write=self.one.pk, name="要闻", duty_editor="闻人清", face=self.face(self.one))

        self.one.refresh_from_db()
        self.assertEqual((self.one.name, self.one.duty_editor), ("要闻", "闻人清"))

    def test_of_two_who_name_it_the_second_is_told(self):
        face = self.face(self.one)
        self.change(write=self.one.pk, name="要闻", face=face)

        response = self.change(write=self.one.pk, name="综合", face=face)

        self.one.refresh_from_db()
        self.assertEqual(self.one.name, "要闻")
        self.assertIn("有人刚刚改动了第01版：要闻", self.said(response))

    def test_one_that_a_colleague_deletes_at_that_moment_is_told(self):
        face, gone = self.face(self.two), Page.objects.get(pk=self.two.pk)
        self.two.delete()

        for act in (lambda: change_page(gone, name="x", duty_editor="", seen=face), lambda: delete_page(gone)):
            with self.assertRaisesMessage(Overtaken, "刚刚被别人删除了"):
                act()

    def test_is_put_in_another_order(self):
        self.change(back=self.one.pk)

        self.assertEqual([page.label for page in self.issue.pages.order_by("position")], ["02", "01"])

    def test_another_order_meanwhile_is_told(self):
        order = self.board().context["board"].order
        self.change(back=self.one.pk)

        self.assertIn("有人刚刚调整了版序", self.said(self.post("page", order=order, back=self.one.pk)))

    def test_is_deleted_only_when_empty_and_not_out(self):
        place(article=make_article(), page=self.one)

        self.assertIn("还有稿件", self.said(self.change(delete=self.one.pk)))
        self.change(delete=self.two.pk)

        self.assertEqual(list(self.issue.pages.all()), [self.one])

    def test_takes_the_rights(self):
        self.client.force_login(make_user(group=REPORTER))

        for fields in ({"delete": self.two.pk}, {"back": self.one.pk}, {"write": self.one.pk, "name": "x"}):
            with self.subTest(fields):
                self.assertIn("没有排期排版的权限", self.said(self.change(**fields)))
        self.assertIn("没有排期排版的权限", self.said(self.post("add", label="03")))
        self.assertEqual(self.issue.pages.count(), 2)
