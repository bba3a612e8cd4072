"""
The same in a browser whose policy is switched off: escaping alone has to do, the policy being the second wall. Scripts
of the desk run, so that what they make of words is looked at too. Then with the policy, which has nothing to say.
"""

import re

from tests.browser import BrowserTestCase
from tests.hostile.addresses import PHOTOS, STORIES
from tests.hostile.world import kept_as_they_are, make_hostile_world
from tests.newsroom.showing.pages import addresses_in

MACHINES = re.compile("feed|ninjs|sitemap")
# Each call of hx, each dialog, and each element or attribute that no page of ours has.
TYPE = """(words) => {
  const area = document.querySelector("#id_body");
  area.value = words;
  area.dispatchEvent(new Event("input", { bubbles: true }));
}"""
BEFORE = "window.called = []; window.hx = (...said) => window.called.push(said.join() || 'hx()');"
LOOK = """() => {
  const told = [...window.called];
  const program = /^(javascript|vbscript|data:text|data:application)/i;
  for (const element of document.querySelectorAll("*")) {
    if (["hx", "math"].includes(element.localName)) told.push(element.outerHTML.slice(0, 80));
    for (const { name, value } of element.attributes) {
      const address = ["href", "src", "action", "formaction", "xlink:href"].includes(name);
      const bad = /^on|^hx$|^srcdoc$/.test(name) || (address && program.test(value.replace(/[\\x00-\\x20]/g, "")));
      const preview = name === "srcdoc" && element.sandbox?.length;
      if (bad && !preview) told.push(`${element.localName} ${name}=${value.slice(0, 60)}`);
    }
  }
  if (document.body?.innerText.includes("38105929")) told.push("reckoned");
  return told;
}"""


class ChromiumTests(BrowserTestCase):
    def setUp(self):
        super().setUp()
        self.addCleanup(kept_as_they_are())
        self.world = make_hostile_world(turn=7)
        self.told, self.form = [], f"{STORIES}{self.world.draft.pk}/change/"

    def open(self, **options):
        """A tab of somebody signed in as the one who may do everything."""
        self.client.force_login(self.world.user)
        context = self.chromium.new_context(locale="zh-CN", viewport=self.viewport, **options)
        self.addCleanup(context.close)
        cookie = self.client.cookies["sessionid"].value
        context.add_cookies([{"name": "sessionid", "value": cookie, "url": self.live_server_url}])
        context.route("**/*.{jpg,jpeg,webp,png}", lambda route: route.abort())
        tab = context.new_page()
        tab.add_init_script(BEFORE)
        tab.on("dialog", lambda dialog: (self.told.append(f"{tab.url} {dialog.message}"), dialog.accept()))
        return tab

    def look(self, tab, address):
        tab.goto(self.live_server_url + address, wait_until="domcontentloaded")
        tab.wait_for_timeout(20)
        self.told += [f"{address} {words}" for words in tab.evaluate(LOOK)]

    def test_nothing_runs_and_nothing_breaks_out(self):
        tab = self.open(bypass_csp=True)
        readers = [paths[0] for name, paths in addresses_in(self.world).items() if not MACHINES.search(name)]
        asked = ["/search/?q=%3Chx%20onhx%3Dhx()%3E%22'", "/admin/login/?next=javascript:hx()", "/%3Chx%3E/"]

        for address in dict.fromkeys([*readers, *asked, *self.of_the_desk()]):
            self.look(tab, address)
        self.look(tab, self.form)
        self.type_into(tab)

        self.assertEqual(self.told, [])
        self.assert_the_policy_has_nothing_to_say(["/", self.world.lead.get_absolute_url(), "/admin/", self.form])

    def of_the_desk(self):
        """Its pages with scripts of ours; those that Django makes all alike are read by the fast tests."""
        story, photo, page = self.world.draft.pk, self.world.photo.pk, self.world.two.pk
        of_story = [
            "change/",
            "history/",
            "preview/",
            "notes/",
            "review-sheet/",
            "photos/",
            "preview-links/",
            "delete/",
        ]
        of_lead = ["change/", "history/compare/?old=1&new=2", "wechat/"]
        yield from ("/admin/?date=2026-03-04", "/admin/waiting/", "/admin/notices/", "/admin/my-security/")
        yield from (STORIES, f"{STORIES}?q=hx", PHOTOS, "/admin/desk/auditentry/", "/admin/intake/letter/")
        yield from (f"{STORIES}{story}/{one}" for one in of_story)
        yield from (f"{STORIES}{self.world.lead.pk}/{one}" for one in of_lead)
        yield from (f"{PHOTOS}{photo}/change/", f"{PHOTOS}captions/?photos={photo}", f"{PHOTOS}{photo}/delete/")
        yield from (f"/admin/articles/page/{page}/{one}/" for one in ("change", "hotspots"))
        yield from (f"/admin/{one}/1/change/" for one in ("desk/paper", "articles/frontpage", "bylines/contributor"))

    def type_into(self, tab):
        """What scripts make of words: the choices of a field, the photos to pick, the preview, the checks."""
        tab.evaluate("django.jQuery('#id_column').select2('open')")
        tab.locator(".select2-results__option:not(.loading-results)").first.wait_for(state="attached")
        self.told += tab.evaluate(LOOK)
        tab.evaluate("django.jQuery('#id_column').select2('close')")
        if tab.locator('[data-tool="preview"]').get_attribute("aria-pressed") == "false":
            tab.locator('[data-tool="preview"]').click()
        with tab.expect_response(re.compile("/check-words/")) as checked:
            tab.evaluate(TYPE, '独此一句<img src=x onerror=hx()>\n\n"><svg/onload=hx()>')
        checked.value.finished()
        tab.frame_locator(".writing-preview-frame").get_by_text("独此一句").first.wait_for(state="attached")
        tab.wait_for_timeout(100)
        self.told += tab.evaluate(LOOK)

    def assert_the_policy_has_nothing_to_say(self, addresses):
        tab = self.open()
        tab.on("console", self.note)
        for address in addresses:
            self.look(tab, address)
        self.assertEqual([words for words in self.complaints if "Content Security Policy" in words], [])
