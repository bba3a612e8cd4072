"""The panel of preview links in a real browser: what is being typed stays, and one press copies."""

from articles.models import PreviewLink
from articles.preview_links import make
from tests.articles.writing import WritingTestCase
from tests.factories import make_article, make_user


class PreviewLinkPanelTests(WritingTestCase):
    def setUp(self):
        super().setUp()
        self.page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=self.live_server_url)
        self.story = make_article()

    def open_panel(self):
        self.visit(f"/admin/articles/article/{self.story.pk}/change/")
        self.page.locator(".preview-links-title").click()

    def test_a_link_is_made_and_copied_while_the_story_is_being_typed(self):
        self.open_panel()
        self.page.locator("[name=headline]").fill("正在写的题目")

        self.page.locator("[name=link-whom]").fill("省总工会")
        self.page.locator("[name=link-whom]").press("Enter")
        self.page.get_by_role("button", name="复制", exact=True).click()
        self.page.get_by_text("网址已复制").wait_for()

        copied = self.page.evaluate("navigator.clipboard.readText()")
        self.assertEqual(copied, self.live_server_url + PreviewLink.objects.get(whom="省总工会").get_absolute_url())
        self.assertEqual(self.page.locator("[name=headline]").input_value(), "正在写的题目")
        self.assertEqual(self.complaints, [])

    def test_a_link_is_revoked_in_place(self):
        link = make(self.story, by=make_user(is_superuser=True))
        self.open_panel()

        self.page.get_by_role("button", name="收回", exact=True).click()
        self.page.locator(".preview-link").wait_for(state="detached")

        self.assertFalse(PreviewLink.objects.live().filter(pk=link.pk).exists())
        self.assertIn(f"/article/{self.story.pk}/change/", self.page.url)

    def test_whom_the_next_link_is_for_stays_while_another_is_revoked(self):
        make(self.story, by=make_user(is_superuser=True))
        self.open_panel()
        self.page.locator("[name=link-whom]").fill("王主任")

        self.page.get_by_role("button", name="收回", exact=True).click()
        self.page.locator(".preview-link").wait_for(state="detached")

        self.assertEqual(self.page.locator("[name=link-whom]").input_value(), "王主任")

    def test_whoever_was_logged_out_is_told(self):
        self.open_panel()
        self.page.context.clear_cookies()

        self.page.locator("[name=link-whom]").press("Enter")

        self.page.get_by_text("您已退出登录").wait_for()
