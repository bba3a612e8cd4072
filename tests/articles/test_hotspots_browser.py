"""Hotspots drawn in a real browser: with the mouse, with the keys, and over found blocks."""

from django.urls import reverse

from articles.models import PageBlock, Placement
from tests.articles.writing import WritingTestCase
from tests.factories import make_article, make_issue, make_page, place

HALF = [[0, 0], [50, 0], [50, 50], [0, 50]]


class DrawingTestCase(WritingTestCase):
    viewport = {"width": 1366, "height": 1400}

    def setUp(self):
        super().setUp()
        self.sheet = make_page(issue=make_issue(published=False))
        self.story = place(article=make_article(headline="送清凉"), page=self.sheet)

    def open(self):
        self.visit(reverse("admin:articles_page_hotspots", args=[self.sheet.pk]))
        self.settle()

    def choose(self):
        self.page.get_by_role("button", name="画热区 送清凉").click()

    def at(self, x, y):
        """Percent of the page, on the screen: a drawn map has its margins."""
        shown = self.page.locator("[data-hotspot-drawing]").bounding_box()
        across, down = (24 + x * 7.32) / 780, (24 + y * 10.52) / 1100
        return shown["x"] + shown["width"] * across, shown["y"] + shown["height"] * down

    def drag(self, start, end):
        self.page.mouse.move(*self.at(*start))
        self.page.mouse.down()
        self.page.mouse.move(*self.at(*end), steps=5)
        self.page.mouse.up()

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def corners(self):
        typed = self.page.locator(f"[name=outline-{self.story.pk}]").input_value()
        return [[float(part) for part in corner.split(",")] for corner in typed.split()]

    def assert_about(self, found, expected):
        self.assertEqual(len(found), len(expected), found)
        for point, other in zip(found, expected, strict=True):
            for place_, wanted in zip(point, other, strict=True):
                self.assertAlmostEqual(place_, wanted, delta=0.4)

    def save_drawing(self):
        self.page.get_by_role("button", name="保存").click()
        self.page.get_by_text("已保存").wait_for()
        self.settle()
        return Placement.objects.get(pk=self.story.pk).hotspot


class MouseTests(DrawingTestCase):
    def test_a_rectangle_is_drawn_a_corner_moved_and_one_added(self):
        self.open()
        self.choose()
        self.drag((10, 10), (50, 40))
        self.assert_about(self.corners(), [[10, 10], [50, 10], [50, 40], [10, 40]])
        self.drag((50, 40), (60, 50))
        self.drag((10, 25), (5, 25))

        self.assert_about(self.save_drawing(), [[10, 10], [50, 10], [60, 50], [10, 40], [5, 25]])
        self.assertEqual(self.complaints, [])

    def test_the_whole_outline_is_moved_and_stays_on_the_page(self):
        Placement.objects.update(hotspot=HALF)
        self.open()
        self.choose()
        self.drag((20, 20), (95, 30))

        self.assert_about(self.corners(), [[50, 10], [100, 10], [100, 60], [50, 60]])

    def test_blocks_that_touch_become_one_outline(self):
        for order, (left, bottom) in enumerate([(10, 40), (31, 60)]):
            polygon = [[left, 10], [left + 20, 10], [left + 20, bottom], [left, bottom]]
            PageBlock.objects.create(page=self.sheet, order=order, polygon=polygon, text="文字")
        self.open()
        self.choose()
        for point in ((20, 20), (40, 55)):
            self.page.mouse.click(*self.at(*point))

        self.assertEqual(self.corners(), [[10, 10], [51, 10], [51, 60], [31, 60], [31, 40], [10, 40]])

    def test_a_corner_is_drawn_to_the_edge_of_a_block(self):
        polygon = [[20, 20], [60, 20], [60, 60], [20, 60]]
        PageBlock.objects.create(page=self.sheet, order=0, polygon=polygon, text="文字")
        self.open()
        self.choose()
        self.drag((19.6, 20.4), (60.4, 59.5))

        self.assertEqual(self.corners(), polygon)


class KeyboardTests(DrawingTestCase):
    def test_draws_moves_adds_and_removes_without_a_mouse(self):
        self.open()
        self.page.get_by_role("button", name="画热区 送清凉").focus()
        self.press("Enter", "Enter")
        self.assertEqual(self.corners(), [[25, 25], [75, 25], [75, 60], [25, 60]])
        self.press("ArrowLeft", "Shift+ArrowUp", "Tab", "Shift+ArrowRight", "Enter", "ArrowRight", "Tab", "Delete")

        self.assertEqual(self.save_drawing(), [[24.5, 20], [80, 25], [78, 42.5], [25, 60]])
        self.assertEqual(self.complaints, [])

    def test_escape_brings_back_what_was(self):
        Placement.objects.update(hotspot=HALF)
        self.open()
        self.page.get_by_role("button", name="画热区 送清凉").focus()
        self.press("Enter", "ArrowRight", "Delete", "Escape")

        self.assertEqual(self.corners(), HALF)
        self.assertTrue(self.page.evaluate("document.activeElement.matches('[data-choose]')"))

    def test_a_block_is_taken_without_a_mouse(self):
        PageBlock.objects.create(page=self.sheet, order=0, polygon=HALF, text="文字")
        self.open()
        self.page.get_by_role("button", name="画热区 送清凉").focus()
        self.press("Enter", "Tab", "Enter")

        self.assertEqual(self.corners(), HALF)


class LookingTests(DrawingTestCase):
    """What a drawing is in the way of is said while it is drawn."""

    def setUp(self):
        super().setUp()
        place(article=make_article(headline="读书会"), page=self.sheet, hotspot=HALF)

    def found(self):
        return self.page.locator("[data-hotspot-found]").inner_text()

    def test_overlaps_and_crossings_are_named_and_go_again(self):
        Placement.objects.filter(pk=self.story.pk).update(hotspot=[[50, 0], [100, 0], [100, 50], [50, 50]])
        self.open()
        self.choose()
        for key, said in (
            ("ArrowLeft", "“送清凉”与“读书会”重叠。"),
            ("ArrowRight", ""),
            ("Tab", ""),
            *[("Shift+ArrowDown", "")] * 10,
            ("Shift+ArrowLeft", ""),
            ("Shift+ArrowDown", "“送清凉”的轮廓自相交叉。"),
        ):
            self.press(key)
            self.assertEqual(self.found(), said)

        self.assertEqual(self.page.locator("[data-hotspot-missing] p").count(), 0)
        self.assertEqual(self.complaints, [])

    def test_acts_are_taken_back_one_by_one(self):
        self.open()
        self.choose()
        self.drag((60, 60), (80, 80))
        drawn = self.corners()
        self.press("ArrowRight", "Delete", "Control+z")
        self.assertEqual(len(self.corners()), 4)
        self.press("Control+z")
        self.assertEqual(self.corners(), drawn)
        self.press("Control+z", "Control+z")

        self.assertEqual(self.corners(), [])
        self.assertEqual(self.page.locator("[data-hotspot-said]").inner_text(), "没有可撤销的。")


class LeavingTests(DrawingTestCase):
    def leave(self):
        asked = []
        self.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
        self.visit(reverse("admin:index"))
        return asked

    def test_asks_before_a_drawing_is_lost_and_not_once_it_is_saved(self):
        self.open()
        self.choose()
        self.drag((60, 60), (80, 80))
        self.assertEqual(self.leave(), ["beforeunload"])
        self.open()
        self.choose()
        self.drag((60, 60), (80, 80))
        self.save_drawing()

        self.assertEqual(self.leave(), [])


class MeanwhileTests(DrawingTestCase):
    def test_of_two_outlines_one_is_taken(self):
        self.open()
        self.choose()
        self.drag((60, 60), (80, 80))
        Placement.objects.update(hotspot=HALF)
        self.page.get_by_role("button", name="保存").click()
        self.page.get_by_role("button", name="用这一份").click()
        self.assertEqual(self.corners(), HALF)
        self.press("Control+z")
        self.assert_about(self.corners(), [[60, 60], [80, 60], [80, 80], [60, 80]])

        self.assert_about(self.save_drawing(), [[60, 60], [80, 60], [80, 80], [60, 80]])
        self.assertEqual(self.complaints, [])


class FingerTests(DrawingTestCase):
    viewport = {"width": 390, "height": 844}

    def test_a_finger_draws_on_a_phone(self):
        self.open()
        self.choose()
        start, end = self.at(20, 60), self.at(50, 80)
        fingers = self.page.context.new_cdp_session(self.page)
        for kind, points in (("touchStart", [start]), ("touchMove", [end]), ("touchEnd", [])):
            touching = [{"x": x, "y": y} for x, y in points]
            fingers.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touching})

        self.assert_about(self.corners(), [[20, 60], [50, 60], [50, 80], [20, 80]])
        self.assertLessEqual(self.page.evaluate("document.documentElement.scrollWidth"), 390)
