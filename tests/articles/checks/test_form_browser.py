from articles.models import Article, Waiver
from tests.articles.writing import WritingTestCase
from tests.factories import illustrate, make_article, make_photo, photographer, reporter

BODY = "\n\n".join(["第一段写得很好，没有什么可说的。"] * 40)


class ChecksInABrowserTests(WritingTestCase):
    """What an editor sees while writing."""

    def setUp(self):
        super().setUp()
        self.article = make_article(body=BODY, by=[reporter("李凡")])
        self.page.on("dialog", lambda dialog: dialog.accept())
        self.area = self.open_form(self.article)

    @property
    def panel(self):
        return self.page.locator("[data-checks]")

    def hit(self, words):
        return self.panel.locator(".check-hit", has_text=words)

    def write(self, words, key="Control+End"):
        self.area.press(key)
        self.area.press_sequentially(words)

    def selected(self, field="#id_body"):
        return self.page.locator(field).evaluate("(f) => f.value.slice(f.selectionStart, f.selectionEnd)")

    def open_panel(self):
        self.panel.locator("summary").first.click()

    def test_typing_makes_a_hit_appear_and_vanish(self):
        self.write("花的的海洋。")
        self.panel.locator(".checks-counts", has_text="警告 1").wait_for()
        self.open_panel()
        self.assertIn("“的的”是否重复？", self.hit("的的").inner_text())

        for _character in "的海洋。":
            self.area.press("Backspace")

        self.hit("“的的”").wait_for(state="detached")
        self.assertEqual((Article.objects.get().body, self.complaints), (BODY, []))

    def test_a_press_goes_to_the_place_in_its_tab(self):
        self.write("𠮷姓的的人", key="Control+Home")
        self.write("花的的海洋。")
        self.open_panel()
        self.hit("的的").nth(1).wait_for()
        self.page.get_by_role("tab", name="署名").click()

        self.hit("的的").nth(0).locator("[data-hit]").click()

        self.assertEqual(self.selected(), "的的")
        self.assertEqual(self.area.evaluate("(area) => area.selectionStart"), 3)
        self.assertLess(self.page.evaluate("scrollY"), 400)
        self.hit("的的").nth(1).locator("[data-hit]").click()
        self.assertGreater(self.page.evaluate("scrollY"), 1000)

    def test_a_suggestion_is_taken_over_and_taken_back(self):
        self.write("花的的海洋。")
        self.open_panel()

        self.hit("的的").locator("[data-take]").click()

        self.assertTrue(self.area.input_value().endswith("花的海洋。"))
        self.hit("的的").wait_for(state="detached")
        self.page.keyboard.press("Control+z")
        self.assertTrue(self.area.input_value().endswith("花的的海洋。"))

    def test_a_hit_is_let_stand_and_taken_back(self):
        self.write("花的的海洋。")
        self.open_panel()
        self.hit("的的").locator("[data-waive]").click()
        dialog = self.page.locator("[data-checks-dialog]")
        dialog.locator("input").fill("民歌原文")
        dialog.get_by_role("button", name="放行").click()

        waived = self.panel.locator(".check-waived")
        waived.wait_for()
        self.assertEqual(Waiver.objects.get().reason, "民歌原文")
        self.assertTrue(self.area.input_value().endswith("花的的海洋。"))
        waived.locator("summary").click()
        waived.locator("[data-take-back]").click()

        self.panel.locator(".check-level", has_text="的的").wait_for()
        self.settle()
        self.assertFalse(Waiver.objects.exists())

    def test_the_text_does_not_move_while_hits_come_and_go(self):
        self.open_panel()
        self.write("花的的海洋，3月二日，去去了。")
        before = self.area.bounding_box()["y"]

        self.hit("3月二日").wait_for()

        self.assertEqual(self.area.bounding_box()["y"], before)

    def test_the_numbers_are_told_once_the_typing_rests(self):
        self.write("花的的海洋。")

        status = self.page.locator("[data-checks-status]", has_text="警告 1")
        status.wait_for(state="attached")


class CaptionsInABrowserTests(WritingTestCase):
    def test_a_press_goes_to_the_caption(self):
        article = make_article(by=[reporter("李凡")])
        illustrate(article=article, photo=make_photo(by=[photographer("马敏")]), caption="花的的海洋。", alt="花")
        self.open_form(article)
        self.page.locator("[data-checks] summary").first.click()

        self.page.locator(".check-hit", has_text="的的").locator("[data-hit]").click()

        caption = self.page.locator("#id_illustrations-0-caption")
        self.assertEqual(caption.evaluate("(f) => f.value.slice(f.selectionStart, f.selectionEnd)"), "的的")
        self.assertTrue(caption.is_visible())
