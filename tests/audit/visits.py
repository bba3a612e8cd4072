"""The pages as a browser gets them, of readers and of the desk."""

from contextlib import contextmanager
from typing import NamedTuple

from playwright.sync_api import sync_playwright

from docs.pictures.camera import demo_passwords, log_in
from tests.audit.kinds import DESK
from tests.servers.chromium import launch

PHONE, DESKTOP = {"width": 390, "height": 844}, {"width": 1440, "height": 900}
WHO = "zongbian"  # of the sample's people the one who may open everything


class Answer(NamedTuple):
    status: int
    type: str
    body: bytes

    @property
    def text(self):
        return self.body.decode("utf-8", errors="replace")


class Site:
    """A running newsroom: its address, the folder of its data, and a browser before it."""

    def __init__(self, base, var, chromium):
        self.base, self.chromium = base, chromium
        self.password = demo_passwords(var)[WHO]
        self.answers, self.badge = {}, None

    def address(self, page):
        return self.base + page.path

    def fetch(self, page):
        """Asked once, and remembered."""
        if page.path not in self.answers:
            self.answers[page.path] = self.ask(page.path, as_editor=page.sort == DESK and page.path != "/admin/login/")
        return self.answers[page.path]

    def ask(self, path, *, as_editor=False):
        with self.context(as_editor=as_editor) as context:
            answer = context.request.get(self.base + path, max_redirects=0)
            return Answer(answer.status, answer.headers.get("content-type", ""), answer.body())

    @contextmanager
    def context(self, *, as_editor=False, **options):
        badge = {"storage_state": self.badge or self.logged_in()} if as_editor else {}
        context = self.chromium.new_context(locale="zh-CN", **badge, **options)
        try:
            yield context
        finally:
            context.close()

    def logged_in(self):
        with self.context() as context:
            log_in(context.new_page(), self.base, WHO, self.password).wait_for_load_state("networkidle")
            self.badge = context.storage_state()
        return self.badge

    @contextmanager
    def opened(self, page, *, viewport, before=None, **options):
        """The page in a browser, loaded to its end; `before(tab)` is called ahead of that."""
        as_editor = page.sort == DESK and page.path != "/admin/login/"
        phone = {"device_scale_factor": 2, "is_mobile": True, "has_touch": True} if viewport is PHONE else {}
        with self.context(as_editor=as_editor, viewport=viewport, **phone, **options) as context:
            tab = context.new_page()
            if before:
                before(tab)
            tab.goto(self.address(page), wait_until="networkidle")
            yield tab


@contextmanager
def visiting(base, var):
    with sync_playwright() as playwright:
        chromium = launch(playwright)
        try:
            yield Site(base, var, chromium)
        finally:
            chromium.close()
