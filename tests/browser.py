"""A test that looks at the pages with a real browser."""

import os
import unittest

import pytest
from django.contrib.staticfiles.testing import StaticLiveServerTestCase

from tests.servers.chromium import find_chromium, running
from tests.servers.live import PatientServerThread


@pytest.mark.browser
class BrowserTestCase(StaticLiveServerTestCase):
    """`self.page` is a fresh page, `self.complaints` what the browser had against it: errors, breaches of the policy.

    The database is emptied after each test, and what migrations wrote into it too.
    """

    viewport = {"width": 1280, "height": 900}
    server_thread_class = PatientServerThread

    @classmethod
    def setUpClass(cls):
        if not find_chromium():
            if os.environ.get("REQUIRE_ALL") == "1":
                raise RuntimeError("Chromium is not installed, and REQUIRE_ALL=1 demands it.")
            raise unittest.SkipTest("Chromium is not installed: the browser tests are skipped.")
        super().setUpClass()
        cls.chromium = running()

    def setUp(self):
        self.complaints = []
        self.addCleanup(self.server_thread.httpd.wait_until_idle, seconds=30)
        context = self.chromium.new_context(viewport=self.viewport, locale="zh-CN")
        self.addCleanup(context.close)
        self.page = context.new_page()
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", self.note)

    def note(self, message):
        if message.type == "error":
            self.complaints.append(message.text)

    def visit(self, address):
        return self.page.goto(self.live_server_url + address)

    def wait_until(self, is_so, seconds=60):
        """The page goes on meanwhile, with its timers and with what it asks for."""
        for _ in range(20 * seconds):
            if is_so():
                return
            self.page.wait_for_timeout(50)
        self.fail("It never came to that.")
