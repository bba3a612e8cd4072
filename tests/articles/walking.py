"""A reader who has a keyboard only: Tab, Enter and the arrows. At each stop the focus is on something with a name."""

from tests.browser import BrowserTestCase

MOST_STOPS = 80
AROUND = 6  # pixels around a link in which its focus may be seen
PLACE = """() => {
  const { x, y, right, bottom } = document.activeElement.getBoundingClientRect();
  return { x, y, right, bottom, across: innerWidth, down: innerHeight };
}"""


class WalkTestCase(BrowserTestCase):
    def setUp(self):
        super().setUp()
        self.page.emulate_media(reduced_motion="reduce")
        self.eyes = self.page.context.new_cdp_session(self.page)

    def path(self):
        return self.page.url.removeprefix(self.live_server_url)

    def has_focus(self, selector):
        return self.page.evaluate("selector => document.activeElement.matches(selector)", selector)

    def name(self):
        """The role and name that the browser tells a screen reader."""
        focused = self.eyes.send("Runtime.evaluate", {"expression": "document.activeElement"})["result"]["objectId"]
        asked = {"objectId": focused, "fetchRelatives": False}
        told = self.eyes.send("Accessibility.getPartialAXTree", asked)["nodes"][0]
        return told.get("role", {}).get("value", ""), told.get("name", {}).get("value", "").strip()

    def tab_to(self, selector):
        for _stop in range(MOST_STOPS):
            self.page.keyboard.press("Tab")
            if self.has_focus("body"):
                break
            self.assertNotIn("", self.name(), self.page.evaluate("document.activeElement.outerHTML"))
            if self.has_focus(selector):
                return self.assert_focus_is_seen()
        self.fail(f"The keyboard does not reach {selector}.")

    def follow(self, selector, *, named):
        self.tab_to(selector)
        role, name = self.name()
        self.assertEqual(role, "link")
        self.assertIn(named, name)
        self.turn("Enter")

    def turn(self, key):
        with self.page.expect_navigation():
            self.page.keyboard.press(key)

    def assert_focus_is_seen(self):
        """In the window, and looking otherwise than without the focus."""
        place = self.page.evaluate(PLACE)
        left, top = max(place["x"] - AROUND, 0), max(place["y"] - AROUND, 0)
        right, bottom = min(place["right"] + AROUND, place["across"]), min(place["bottom"] + AROUND, place["down"])
        self.assertTrue(right > left and bottom > top, f"{self.name()} is out of sight.")
        clip = {"x": left, "y": top, "width": right - left, "height": bottom - top}
        focused = self.page.screenshot(clip=clip)
        link = self.page.evaluate_handle("document.activeElement")
        link.evaluate("link => link.blur()")
        self.assertTrue(self.page.screenshot(clip=clip) != focused, "The focus is not to be seen.")
        link.evaluate("link => link.focus({ preventScroll: true, focusVisible: true })")
