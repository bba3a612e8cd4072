"""An editor at a story's form in a real browser, for the tests of the writing area."""

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.urls import reverse

from newsroom.groups import EDITOR
from tests.browser import BrowserTestCase
from tests.factories import make_user

PASTE = """(area, pasted) => {
  const board = new DataTransfer();
  for (const [kind, words] of Object.entries(pasted)) board.setData(kind, words);
  const event = new ClipboardEvent("paste", { clipboardData: board, bubbles: true, cancelable: true });
  if (area.dispatchEvent(event)) area.setRangeText(pasted["text/plain"], area.selectionStart, area.selectionEnd, "end");
}"""


class WritingTestCase(BrowserTestCase):
    viewport = {"width": 1366, "height": 900}

    def setUp(self):
        super().setUp()
        self.under_way = set()
        self.watch(self.page.context)
        self.addCleanup(self.settle)
        self.log_in(make_user(group=EDITOR))

    def watch(self, context):
        """What any page of it asks for is waited for by settle()."""
        context.on("request", lambda request: self.under_way.add(request))
        context.on("requestfinished", lambda request: self.under_way.discard(request))
        context.on("requestfailed", lambda request: self.under_way.discard(request))

    def settle(self):
        """Waits until the server has answered whatever the pages still ask for."""
        for _ in range(100):
            self.page.wait_for_timeout(50)
            if not self.under_way:
                return

    def log_in(self, user):
        session = SessionStore()
        session[SESSION_KEY] = str(user.pk)
        session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
        session[HASH_SESSION_KEY] = user.get_session_auth_hash()
        session.save()
        self.page.context.add_cookies(
            [{"name": "sessionid", "value": session.session_key, "url": self.live_server_url}]
        )

    def open_form(self, article=None):
        name, keys = ("change", [article.pk]) if article else ("add", [])
        self.visit(reverse(f"admin:articles_article_{name}", args=keys))
        self.settle()
        return self.page.locator("#id_body")

    def paste(self, area, html="", text=""):
        pasted = {kind: words for kind, words in (("text/html", html), ("text/plain", text)) if words}
        area.evaluate(PASTE, pasted)

    def save(self):
        self.page.locator("[name=_continue]").last.click()
        self.page.wait_for_load_state()
        self.settle()
