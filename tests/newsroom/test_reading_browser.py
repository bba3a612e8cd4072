"""A page under the reader's hands: nothing jumps while it comes, and the keyboard goes through it as the eye does."""

from articles.page_files import hang_picture
from media.imaging.developing import develop
from tests.browser import BrowserTestCase
from tests.factories import illustrate, make_issue, make_page, make_photo, make_published, place
from tests.pictures import draw, encoded, upload

WATCH = """
window.jumps = [];
new PerformanceObserver((list) => {
  for (const jump of list.getEntries()) {
    window.jumps.push([jump.value, ...jump.sources.map((source) => source.node?.className)]);
  }
}).observe({ type: "layout-shift", buffered: true });
"""
PAINTED = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
KEEP = "localStorage.setItem('type-size', '%s');"
# Where the keyboard is: how far down, and whether that can be seen.
STOP = """() => {
  const link = document.activeElement, style = getComputedStyle(link), box = link.getClientRects()[0];
  return {
    name: link.className || link.tagName, top: box.top + scrollY, left: box.left, bottom: box.bottom + scrollY,
    isStory: link.closest("main") !== null,
    isShown: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1 && box.width > 0,
  };
}"""

LOADED = "[...document.images].every((one) => one.complete || one.loading === 'lazy')"


class ReadingTestCase(BrowserTestCase):
    viewport = {"width": 390, "height": 800}

    def setUp(self):
        super().setUp()
        page = make_page(issue=make_issue(), label="01")
        hang_picture(page, develop(upload(encoded(draw(size=(300, 420))))))
        self.story = make_published(body="\n".join(["活动在广场举行。" * 40, "[图1]"] * 2), tags=["劳模", "安全生产"])
        for photo in (make_photo(size=(900, 600)), make_photo(size=(600, 900))):
            illustrate(article=self.story, photo=photo)
        place(article=self.story, page=page)
        make_published(headline="下一篇的题目", page=page)
        self.addresses = ["/", page.get_absolute_url(), self.story.get_absolute_url()]


class JumpTests(ReadingTestCase):
    """Scripts come when the words are there already, and a picture when the reader has come to its place."""

    def visit_slowly(self, address):
        scripts, pictures = self.held("**/js/[!t]*.js"), self.held("**/files/**")
        self.page.goto(self.live_server_url + address, wait_until="commit")
        self.page.locator(".colophon").wait_for()
        self.page.evaluate(PAINTED)
        self.let_go(scripts)
        self.page.wait_for_load_state("domcontentloaded")
        self.page.evaluate("document.querySelector('main img').scrollIntoView({ block: 'center' })")
        self.page.evaluate(PAINTED)
        self.let_go(pictures)
        self.wait_until(lambda: self.page.evaluate(LOADED))
        self.page.evaluate(PAINTED)

    def held(self, addresses):
        waiting = []
        self.page.route(addresses, lambda request: waiting.append(request))
        return addresses, waiting

    def let_go(self, held):
        addresses, waiting = held
        self.page.route(addresses, lambda request: request.continue_())
        for request in waiting:
            request.continue_()

    def test_nothing_jumps_in_any_size_of_type(self):
        self.page.add_init_script(WATCH)
        for size in ("", "is-largest", "is-large"):
            self.page.add_init_script(KEEP % size)
            for address in self.addresses:
                self.visit_slowly(address)
                self.assertEqual(self.page.evaluate("jumps"), [], f"{address} {size}")


class KeyboardTests(ReadingTestCase):
    def tab(self):
        self.page.keyboard.press("Tab")
        return self.page.evaluate(STOP)

    def stops(self):
        """Each place the keyboard comes to between the skip link and the end."""
        stop = self.tab()
        while stop["name"] != "BODY" and stop["name"] != "skip":
            yield stop
            stop = self.tab()

    def test_the_first_link_leads_past_the_masthead(self):
        for address in self.addresses:
            self.visit(address)
            self.assertEqual(self.tab()["name"], "skip")
            self.assertGreaterEqual(self.page.locator(".skip").bounding_box()["y"], 0)
            self.page.keyboard.press("Enter")
            self.tab()
            self.assertTrue(self.page.evaluate("document.querySelector('main').contains(document.activeElement)"))

    def test_each_stop_is_seen_and_comes_after_the_one_before(self):
        self.visit(self.story.get_absolute_url())
        self.tab()
        above = 0
        for stop in self.stops():
            self.assertTrue(stop["isShown"], stop)
            if stop["isStory"]:
                self.assertGreater(stop["bottom"], above, stop)
                above = stop["top"]
