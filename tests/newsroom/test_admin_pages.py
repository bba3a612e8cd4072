from django.urls import reverse
from django.utils import timezone

from newsroom.groups import EDITOR
from tests.articles.writing import WritingTestCase
from tests.factories import make_article, make_issue, make_page, make_user


class AdminPagesTests(WritingTestCase):
    def test_obey_the_content_security_policy(self):
        page = make_page(issue=make_issue(on=timezone.localdate(), published=False))
        article = make_article(page=page)
        lists = [reverse(f"admin:{name}_changelist") for name in ("articles_article", "articles_issue", "media_photo")]
        form = reverse("admin:articles_article_change", args=[article.pk])

        for address in [reverse("admin:index"), *lists, form]:
            self.visit(address)
            self.settle()

        self.assertEqual(self.complaints, [])

    def test_the_board_leads_to_a_story(self):
        article = make_article(headline="工会送清凉", page=make_page(issue=make_issue(published=False)))
        self.visit(reverse("admin:index"))

        self.page.get_by_role("link", name="工会送清凉", exact=True).click()

        self.page.wait_for_url(f"**{reverse('admin:articles_article_change', args=[article.pk])}")
        self.assertEqual(self.page.locator("h1").inner_text(), "工会送清凉")

    def test_the_board_leads_to_the_preview_of_a_story(self):
        make_article(headline="工会送清凉", body="第一稿。", page=make_page(issue=make_issue(published=False)))
        self.visit(reverse("admin:index"))

        with self.page.context.expect_page() as opened:
            self.page.get_by_role("link", name="预览 工会送清凉", exact=True).click()

        preview = opened.value
        preview.get_by_text("第一稿。").wait_for()
        self.assertEqual(preview.locator("h1").inner_text(), "工会送清凉")


class AdminOnATabletTests(WritingTestCase):
    viewport = {"width": 820, "height": 1100}

    def test_starts_with_the_navigation_folded(self):
        self.visit(reverse("admin:index"))

        self.assertFalse(self.page.locator("#nav-sidebar").is_visible())
        self.page.locator("#toggle-nav-sidebar").click()
        self.assertTrue(self.page.locator("#nav-sidebar").is_visible())

    def test_no_page_is_wider_than_the_screen(self):
        article = make_article(page=make_page(issue=make_issue(published=False)))
        addresses = [reverse("admin:index"), reverse("admin:articles_article_changelist")]
        for address in [*addresses, reverse("admin:articles_article_change", args=[article.pk])]:
            with self.subTest(address=address):
                self.visit(address)
                self.settle()
                self.assertLessEqual(self.page.evaluate("document.documentElement.scrollWidth"), 820)

    def test_text_and_preview_change_places_in_full_screen(self):
        self.log_in(make_user(group=EDITOR))
        area = self.open_form(make_article())
        area.press("Control+Alt+Enter")

        self.page.locator("[data-tool=preview]").click()
        self.assertTrue(self.page.locator(".writing-preview").is_visible())
        self.assertFalse(area.is_visible())
        self.page.locator("[data-tool=preview]").click()
        self.assertTrue(area.is_visible())
