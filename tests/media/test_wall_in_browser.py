"""The wall with a real browser: choosing, looking closer, printing."""

from tests.articles.writing import WritingTestCase
from tests.factories import make_photo, photographer

LIST = "/admin/media/photo/"


class WallInBrowserTests(WritingTestCase):
    def setUp(self):
        super().setUp()
        self.photos = [make_photo(caption=f"第{number}张。", by=[photographer("马敏")]) for number in range(5)]
        self.visit(LIST)

    def box(self, at):
        return self.page.locator(".wall .action-select").nth(at)

    def ticked(self):
        boxes = self.page.locator(".wall .action-select")
        return [at for at in range(boxes.count()) if boxes.nth(at).is_checked()]

    def test_shift_chooses_all_between(self):
        self.box(1).click()
        self.box(3).click(modifiers=["Shift"])

        self.assertEqual(self.ticked(), [1, 2, 3])
        self.assertEqual(self.page.locator(".wall-number").inner_text(), "已选3张")

    def test_arrows_go_and_take_along(self):
        self.box(0).focus()
        for key in ("ArrowRight", "Space", "Shift+ArrowRight", "ArrowLeft", "ArrowLeft"):
            self.page.keyboard.press(key)

        self.assertEqual(self.ticked(), [1, 2])
        self.assertTrue(self.box(0).evaluate("box => box === document.activeElement"))

    def test_all_are_chosen_and_let_go_at_once(self):
        self.page.locator("[data-wall-all]").check()
        self.assertEqual(len(self.ticked()), 5)
        self.page.locator("[data-wall-all]").uncheck()
        self.assertEqual(self.ticked(), [])
        self.assertTrue(self.page.locator(".wall-acts button").first.is_disabled())

    def test_a_closer_look_turns_by_arrows_and_closes_by_escape(self):
        self.page.locator("[data-look]").first.click()
        caption = self.page.locator(".look-caption")
        caption.get_by_text("第4张。").wait_for()
        self.page.keyboard.press("ArrowRight")
        caption.get_by_text("第3张。").wait_for()
        self.page.locator("[data-look-tick]").check()
        self.page.keyboard.press("ArrowLeft")
        caption.get_by_text("第4张。").wait_for()
        self.page.keyboard.press("Escape")

        self.assertFalse(self.page.locator(".look").is_visible())
        self.assertEqual((self.ticked(), self.page.url), ([1], self.live_server_url + LIST))
        self.assertEqual(self.complaints, [])

    def test_enter_looks_closer_and_sends_nothing(self):
        self.box(2).focus()
        self.page.keyboard.press("Enter")

        self.page.locator(".look-caption").get_by_text("第2张。").wait_for()
        self.assertEqual(self.page.url, self.live_server_url + LIST)

    def test_where_no_look_comes_the_form_opens(self):
        self.page.route("**/look/", lambda route: route.abort())
        self.page.locator("[data-look]").first.click()

        self.page.wait_for_url(f"**/{self.photos[4].pk}/change/**")

    def test_a_contact_sheet_obeys_the_policy_and_prints_a_sheet_of_paper_for_twelve(self):
        self.box(0).check()
        self.page.get_by_role("button", name="打印图片小样").click()
        self.page.locator(".sheet-photo").wait_for()

        self.assertEqual(self.page.locator(".sheet-photo").count(), 1)
        self.page.locator("[data-print]").wait_for()
        self.assertEqual(self.page.pdf().count(b"/Type /Page\n"), 1)
        self.assertEqual(self.complaints, [])
