"""A story that somebody prints says where it comes from and where it can be found again."""

from tests.browser import BrowserTestCase
from tests.factories import make_published


class StoryOnPaperTests(BrowserTestCase):
    def test_shows_the_source_with_its_address_and_the_storys_own(self):
        story = make_published(source="工人日报", original_title="原题", original_url="https://example.org/1")
        self.page.goto(self.live_server_url + story.get_absolute_url())

        self.page.emulate_media(media="print")

        behind = "link => getComputedStyle(link, '::after').content"
        self.assertIn("https://example.org/1", self.page.eval_on_selector(".article-origin a", behind))
        for selector in (".article-origin", ".share-code", f"text={self.live_server_url}{story.get_absolute_url()}"):
            self.assertTrue(self.page.locator(selector).last.is_visible(), selector)
        for selector in (".share-ways", ".share-quote"):
            self.assertFalse(self.page.locator(selector).is_visible(), selector)
