from articles.page_files import hang_picture
from media.imaging.developing import develop
from tests.articles.walking import WalkTestCase
from tests.factories import make_issue, make_page, make_published, place
from tests.pictures import draw, encoded, upload

UPPER, LOWER = [[0, 15], [100, 15], [100, 50], [0, 50]], [[0, 55], [100, 55], [100, 100], [0, 100]]


class EPaperTestCase(WalkTestCase):
    def setUp(self):
        super().setUp()
        self.issue = make_issue()
        self.pages = [make_page(issue=self.issue, label=label) for label in ("01", "02")]
        self.lead, self.second = (make_published(headline=name) for name in ("头条新闻", "次条新闻"))
        place(article=self.lead, page=self.pages[0], hotspot=UPPER)
        place(article=self.second, page=self.pages[0], order=1, hotspot=LOWER)
        hang_picture(self.pages[0], develop(upload(encoded(draw(size=(300, 420))))))
        make_published(headline="二版头条", page=self.pages[1])

    def opacity(self, story):
        return self.page.locator(f'.page-map-link[data-story="{story.pk}"] .plate').evaluate(
            "plate => getComputedStyle(plate).opacity"
        )


class KeyboardWalkTests(EPaperTestCase):
    def test_from_the_front_page_through_a_hotspot_to_a_story_and_back(self):
        self.visit("/")
        self.follow('a[href="/issues/2023-03-02/"]', named="2023年3月2日")
        self.follow('a[href="/issues/2023-03-02/01/"]', named="第01版")
        self.tab_to(f'.page-map-link[data-story="{self.lead.pk}"]')
        self.assertEqual((self.opacity(self.lead), self.opacity(self.second)), ("1", "0"))
        self.assertEqual(self.name(), ("link", "头条新闻"))
        self.turn("Enter")
        self.assertEqual(self.page.locator("h1").inner_text(), "头条新闻")
        self.follow('[data-turns] [rel="next"]', named="下一篇 次条新闻")
        self.assertEqual(self.path(), self.second.get_absolute_url())
        self.turn("ArrowLeft")
        self.assertEqual(self.path(), self.lead.get_absolute_url())
        self.turn("ArrowRight")
        self.assertEqual(self.path(), self.second.get_absolute_url())
        self.follow('a[href="/issues/2023-03-02/01/"]', named="2023年3月2日 第01版")

        self.assertEqual((self.path(), self.complaints), ("/issues/2023-03-02/01/", []))

    def test_the_arrows_turn_pages_and_leave_the_browsers_own_keys_alone(self):
        self.visit("/issues/2023-03-02/01/")
        for key in ("Shift+ArrowRight", "Control+ArrowRight", "ArrowLeft"):
            self.page.keyboard.press(key)
        self.turn("ArrowRight")
        self.assertEqual(self.path(), "/issues/2023-03-02/02/")
        self.turn("ArrowLeft")

        self.assertEqual(self.path(), "/issues/2023-03-02/01/")


class PointingTests(EPaperTestCase):
    def test_list_and_picture_light_each_other(self):
        self.visit("/issues/2023-03-02/01/")
        item, link = (f'{kind}[data-story="{self.lead.pk}"]' for kind in (".list-item", ".page-map-link"))

        self.page.hover(item)
        self.assertEqual((self.opacity(self.lead), self.opacity(self.second)), ("1", "0"))
        self.page.hover(f'.page-map-link[data-story="{self.second.pk}"] polygon')
        self.assertEqual(self.page.locator(".list-item.is-lit").inner_text().strip().split("\n")[0], "次条新闻")
        self.page.hover("h1")
        self.assertEqual(self.page.locator(f"{link}.is-lit, {item}.is-lit").count(), 0)

    def test_the_picture_is_enlarged_by_a_pinch_keys_and_dragging(self):
        self.visit("/issues/2023-03-02/01/picture/")
        frame = self.page.locator("[data-zoom]")
        before = self.width_in(frame)
        frame.hover()
        self.page.keyboard.down("Control")  # a pinch on a touchpad comes as a wheel with this key
        self.page.mouse.wheel(0, -100)
        self.page.keyboard.up("Control")
        self.wait_until(lambda: self.width_in(frame) > before)
        frame.focus()
        self.page.keyboard.press("+")
        self.assertAlmostEqual(self.width_in(frame) / before, 1.25**2, delta=0.02)
        left = frame.evaluate("frame => frame.scrollLeft")
        self.page.mouse.down()
        self.page.mouse.move(300, 300)
        self.page.mouse.up()

        self.assertNotEqual(frame.evaluate("frame => frame.scrollLeft"), left)
        self.assertEqual((self.path(), self.complaints), ("/issues/2023-03-02/01/picture/", []))

    def test_the_wheel_scrolls_and_the_headline_stays_small(self):
        self.visit("/issues/2023-03-02/01/picture/?zoom=4")
        frame = self.page.locator("[data-zoom]")
        self.page.hover(f'.page-map-link[data-story="{self.lead.pk}"] polygon', position={"x": 60, "y": 60})
        height = self.page.locator(f'[data-story="{self.lead.pk}"] .plate').bounding_box()["height"]
        width = self.width_in(frame)
        before = frame.evaluate("frame => frame.scrollTop")
        self.page.mouse.wheel(0, 100)
        self.wait_until(lambda: frame.evaluate("frame => frame.scrollTop") > before)

        self.assertEqual(self.width_in(frame), width)
        self.assertLess(height, 80)

    def width_in(self, frame):
        return frame.evaluate("frame => frame.firstElementChild.offsetWidth")


class FingerTests(EPaperTestCase):
    def setUp(self):
        super().setUp()
        size = {"width": 390, "height": 844}
        context = self.chromium.new_context(viewport=size, is_mobile=True, has_touch=True, device_scale_factor=2)
        self.addCleanup(context.close)
        self.page = context.new_page()
        self.fingers = context.new_cdp_session(self.page)

    def touch(self, kind, *places):
        points = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(places)]
        self.fingers.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    def pinch(self):
        self.touch("touchStart", (180, 400), (210, 400))
        for step in range(1, 16):
            self.touch("touchMove", (180 - 5 * step, 400), (210 + 5 * step, 400))
            self.page.wait_for_timeout(16)
        self.touch("touchEnd")

    def test_two_fingers_enlarge_the_picture_as_everywhere(self):
        self.visit("/issues/2023-03-02/01/picture/")
        self.pinch()

        self.wait_until(lambda: self.page.evaluate("visualViewport.scale") > 2)
        self.assertEqual(self.page.locator(".sheet-inner").get_attribute("style"), None)

    def test_a_small_story_is_taken_by_a_finger_beside_it(self):
        self.lead.placements.update(hotspot=[[10, 20], [14, 20], [14, 23], [10, 23]])
        self.visit("/issues/2023-03-02/01/")
        self.page.locator(".page-to-picture").tap()
        shown = self.page.locator(".page-scan").bounding_box()
        left, top = (shown[side] + shown[size] * 0.12 for side, size in (("x", "width"), ("y", "height")))

        self.assertEqual(self.story_at(left, top + shown["height"] * 0.11 + 9), str(self.lead.pk))

    def story_at(self, *place):
        return self.page.evaluate("place => document.elementFromPoint(...place).closest('a')?.dataset.story", place)


class LargePrintTests(EPaperTestCase):
    def is_large(self):
        return self.page.evaluate("document.documentElement.classList.contains('is-large')")

    def test_is_remembered_and_left_again(self):
        self.visit(self.lead.get_absolute_url())
        self.page.locator(".type-size [data-large]").click()
        self.visit("/issues/2023-03-02/01/")
        self.assertTrue(self.is_large())
        self.page.locator("[data-large]").first.click()
        self.page.reload()

        self.assertFalse(self.is_large())

    def test_an_address_that_asks_for_it_is_remembered_too(self):
        self.visit(self.lead.get_absolute_url() + "?large=1")
        self.visit("/")

        self.assertTrue(self.is_large())
        self.assertEqual(self.complaints, [])
