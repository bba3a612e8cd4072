from django.urls import reverse

from articles.models import Article, Submission
from articles.models.article import Stage
from bylines.models import Contributor, Role
from desk.models import Desk
from newsroom.groups import CHIEF, EDITOR, REPORTER
from tests.articles.writing import WritingTestCase
from tests.factories import credit, make_user


class WalkTests(WritingTestCase):
    """One story from the first word to the reader, by four people, each in the real browser."""

    def setUp(self):
        super().setUp()
        desk = Desk.objects.create(name="要闻部")
        self.reporter = make_user(group=REPORTER, desk=desk, name="陆知远")
        self.first = make_user(group=EDITOR, desk=desk, name="毕佳音")
        self.second = make_user(group=EDITOR, desk=desk, name="闻人清")
        self.chief = make_user(group=CHIEF, desk=desk, name="言守正")

    def change_places(self, user):
        """A form that is left says so, and has to say it under the name it was opened with."""
        self.visit(reverse("admin:index"))
        self.settle()
        self.log_in(user)

    def as_user(self, user, article):
        self.change_places(user)
        self.open_form(article)

    def press(self, label):
        self.page.get_by_role("button", name=label, exact=True).click()
        self.page.wait_for_load_state()
        self.settle()

    def say(self, user, article, button, words):
        """From the queue, as a reviewer comes to it."""
        self.change_places(user)
        self.visit(reverse("admin:waiting"))
        self.page.get_by_role("link", name=article.headline, exact=True).click()
        self.page.get_by_label("意见", exact=True).fill(words)
        self.press(button)

    def states(self):
        return [(one.number, one.outcome, one.reviews.count()) for one in Submission.objects.order_by("number")]

    def write(self):
        self.change_places(self.reporter)
        area = self.open_form()
        self.page.locator("#id_headline").fill("工会送清凉")
        area.fill("日前，活动在广场举行。")
        self.save()
        return Article.objects.get()

    def test_a_story_is_written_reviewed_sent_back_signed_off_and_published(self):
        article = self.write()
        credit(article=article, by=[(Role.REPORTER, "陆知远")])
        Contributor.objects.update(user=self.reporter)
        self.as_user(self.reporter, article)
        self.press("送审")

        self.say(self.first, article, "通过", "同意，事实清楚。")
        self.say(self.second, article, "退回并说明理由", "导语缺时间，请补。")
        self.assertEqual(self.states(), [(1, "sent back", 2)])

        self.as_user(self.reporter, article)
        self.assertIn("导语缺时间，请补。", self.page.locator(".reviews").inner_text())
        self.page.locator("#id_body").fill("7月3日，活动在广场举行。")
        self.press("送审")

        self.say(self.first, article, "通过", "同意，已补时间。")
        self.say(self.second, article, "通过", "同意。")
        self.say(self.chief, article, "通过并签发", "同意签发。")
        self.assertEqual(self.states(), [(1, "sent back", 2), (2, "passed", 3)])

        self.as_user(self.second, article)
        self.press("发布")

        article.refresh_from_db()
        self.assertTrue(article.is_published)
        self.assertEqual((article.stage, article.body), (Stage.READY, "7月3日，活动在广场举行。"))
        self.visit(article.get_absolute_url())
        self.assertIn("7月3日，活动在广场举行。", self.page.locator("main").inner_text())
        self.assertEqual(self.complaints, [])
