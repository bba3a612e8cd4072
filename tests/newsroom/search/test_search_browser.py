from tests.browser import BrowserTestCase
from tests.factories import make_published, make_town, reporter


class SearchByKeyboardTests(BrowserTestCase):
    def tab_to(self, selector):
        for _step in range(40):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
        self.fail(f"The keyboard does not reach {selector}.")

    def follow(self, selector, *, typing=""):
        self.tab_to(selector)
        self.page.keyboard.type(typing)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def headlines(self):
        return self.page.locator(".story-headline").all_inner_texts()

    def test_leads_from_any_page_over_a_filter_and_back_to_a_story(self):
        story = make_published(headline="工会送清凉", regions=[make_town()])
        make_published(headline="工会的另一篇")

        self.visit("/issues/")
        self.follow("#search-words", typing="工会")
        self.assertEqual(sorted(self.headlines()), ["工会的另一篇", "工会送清凉"])
        self.tab_to(".search-summary")
        self.page.keyboard.press("Enter")
        self.follow("#id_region", typing="店口镇")
        self.assertEqual(self.headlines(), ["工会送清凉"])
        self.follow(".search-chip")
        self.assertEqual(len(self.headlines()), 2)
        self.follow(f'.story-headline a[href="{story.get_absolute_url()}"]')

        self.assertEqual(self.page.locator("h1").inner_text(), "工会送清凉")
        self.assertEqual(self.complaints, [])


class SuggestionsByKeyboardTests(BrowserTestCase):
    def test_lead_to_a_page_and_go_away(self):
        story = make_published(by=[reporter("李凡"), reporter("李木")])
        self.visit("/issues/")
        field, lines = self.page.get_by_role("combobox"), self.page.get_by_role("option")

        self.assertEqual(field.get_attribute("aria-expanded"), "false")
        field.focus()
        self.page.keyboard.type("李")
        lines.first.wait_for()
        self.assertEqual(field.get_attribute("aria-expanded"), "true")
        self.page.keyboard.press("ArrowDown")
        chosen = self.page.locator(f"#{field.get_attribute('aria-activedescendant')}")
        self.assertEqual((lines.count(), chosen.get_attribute("aria-selected")), (2, "true"))
        self.page.keyboard.press("Escape")
        self.assertEqual((lines.count(), field.input_value()), (0, "李"))
        self.page.keyboard.type("凡")
        lines.first.wait_for()
        self.page.keyboard.press("ArrowUp")
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

        self.assertIn(story.bylines.first().contributor.get_absolute_url(), self.page.url)
        self.assertEqual(self.complaints, [])
