"""The sample's people at their screens."""

from pathlib import Path

from docs.pictures import camera

PICTURES = Path(__file__).parent.parent / "pictures"
SCREEN = {"width": 1180, "height": 860}
MOST_BYTES = 60_000
WIDTH = 1100


class Desk:
    def __init__(self, browser, base, passwords):
        self.browser, self.base, self.passwords = browser, base, passwords
        self.contexts = []

    def sit(self, login, screen=SCREEN, sidebar=False):
        """A page of somebody who has just logged in, with the list of the admin's records open or away."""
        context = self.browser.new_context(viewport=screen, **camera.CHINA)
        self.contexts.append(context)
        context.add_init_script(f"localStorage.setItem('django.admin.navSidebarIsOpen', '{str(sidebar).lower()}')")
        page = context.new_page()
        page.set_default_timeout(60_000)  # a busy machine is no reason to stop
        camera.log_in(page, self.base, login, self.passwords[login])
        return page

    def clear(self):
        """Everybody goes: a window left open would be seen as somebody at work on a story."""
        while self.contexts:
            self.contexts.pop().close()

    def at(self, login, path, **wishes):
        page = self.sit(login, **wishes)
        page.goto(self.base + path)
        return page

    def at_story(self, login, words, part="change", **wishes):
        """The story with these words in its headline, at its form or at another page of its own."""
        page = self.at(login, f"/admin/articles/article/?q={words}", **wishes)
        key = page.locator("#result_list tbody th a").first.get_attribute("href").split("/article/")[1].split("/")[0]
        page.goto(f"{self.base}/admin/articles/article/{key}/{part}/")
        return page

    def keep(self, page, name, *selectors, margin=14):
        """The picture of what these hold, or of everything below the head of the page."""
        camera.settle(page)
        clip = camera.around(page, selectors, margin) if selectors else camera.below(page, "#header")
        camera.keep(page, PICTURES / f"{name}.webp", width=WIDTH, most_bytes=MOST_BYTES, clip=clip)


def tab(page, name):
    page.get_by_role("tab", name=name).click()
