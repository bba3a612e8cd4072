"""The button in a real browser: what lies on the clipboard afterwards."""

from desk.models import AuditEntry
from tests.articles.exports.stories import make_full_story
from tests.articles.writing import WritingTestCase

READ = """async (kind) => {
  const [item] = await navigator.clipboard.read();
  return (await item.getType(kind)).text();
}"""


class CopyForWeChatTests(WritingTestCase):
    def setUp(self):
        super().setUp()
        self.story = make_full_story()
        self.page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=self.live_server_url)

    def open_page(self):
        self.visit(f"/admin/articles/article/{self.story.pk}/wechat/")
        self.page.locator("[data-copy-story]").wait_for()

    def press(self, label):
        self.page.get_by_role("button", name=label, exact=True).click()
        self.page.locator("[data-copied]", has_text="已复制").wait_for()

    def test_one_click_copies_the_story_with_its_looks_and_its_picture(self):
        self.open_page()

        self.press("复制全文")

        html, text = (self.page.evaluate(READ, kind) for kind in ("text/html", "text/plain"))
        self.assertIn("data:image/jpeg;base64,", html)
        self.assertRegex(html, r'<p style="[^"]*text-align: ?center')
        self.assertIn("记者林岚 通讯员何青报道", html)
        self.assertIn("职工领取凉茶。 何青 摄", text)
        self.assertNotIn("<script", html)
        self.assertEqual(self.complaints, [])

    def test_copies_where_the_browser_has_no_clipboard_to_write_to(self):
        """A newsroom without HTTPS."""
        self.page.add_init_script("Object.defineProperty(Clipboard.prototype, 'write', { value: undefined })")
        self.open_page()

        self.press("复制全文")

        self.assertIn("data:image/jpeg;base64,", self.page.evaluate(READ, "text/html"))

    def test_writes_to_the_clipboard_where_copying_by_event_is_not_let(self):
        self.page.add_init_script("document.execCommand = () => false")
        self.open_page()

        self.press("复制全文")

        html = self.page.evaluate(READ, "text/html")
        self.assertIn("data:image/jpeg;base64,", html)
        self.assertIn("text-align:center", html)

    def test_copies_the_headline_by_itself(self):
        self.open_page()

        self.page.get_by_role("button", name="复制标题").click()
        self.page.locator("[data-copied]", has_text="标题已复制").wait_for()

        self.assertEqual(self.page.evaluate("navigator.clipboard.readText()"), "工会送清凉")

    def test_shows_in_its_frame_what_will_be_pasted(self):
        self.open_page()

        inside = self.page.frame_locator("[data-story]")
        picture = inside.locator("img")
        self.assertGreater(picture.evaluate("(img) => img.naturalWidth"), 100)
        self.assertEqual(inside.locator("p").first.evaluate("(p) => getComputedStyle(p).color"), "rgb(179, 20, 27)")
        self.assertFalse(AuditEntry.objects.filter(verb="export").exists())
        self.assertEqual(self.complaints, [])

    def test_is_reached_from_the_storys_form(self):
        self.open_form(self.story)

        self.page.locator(".export-menu-open").first.click()
        self.page.get_by_role("link", name="复制到公众号").click()

        self.page.locator("[data-copy-story]").wait_for()
