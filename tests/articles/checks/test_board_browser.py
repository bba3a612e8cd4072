from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from tests.articles.writing import WritingTestCase
from tests.factories import make_article, make_issue, make_page, reporter


class BoardMarksTests(WritingTestCase):
    """What the checks have found, on the board."""

    def setUp(self):
        super().setUp()
        issue = make_issue(on=timezone.localdate() + timedelta(days=1), published=False)
        page = make_page(issue=issue, label="01")
        self.story = make_article(headline="春天", body="花的的海洋，在2月30日。", page=page, by=[reporter("李凡")])
        self.visit(reverse("admin:index"))
        self.settle()

    def mark(self):
        return self.page.locator(".board-card .check-mark")

    def test_count_the_errors_and_warnings_of_a_story_and_name_them(self):
        self.mark().hover()

        self.assertIn("错误 1 警告 1", self.mark().inner_text())
        self.assertTrue(self.page.get_by_text("“的的”是否重复？").is_visible())
        self.assertEqual(self.complaints, [])

    def test_lead_to_the_list_on_the_storys_form(self):
        self.mark().click()
        self.page.wait_for_load_state()
        self.settle()

        self.assertTrue(self.page.locator(".check-hit", has_text="的的").is_visible())

    def test_stand_beside_the_issue_too(self):
        self.assertIn("错误", self.page.locator(".board-issue .check-mark").inner_text())
