import os
import signal
import subprocess
import time

from newsroom.serving import ROOT, answers, web_command
from tests.browser import BrowserTestCase
from tests.servers.office import Office, free_port

FURNISH = """
from articles.models import Article
from desk.models import User
User.objects.create_superuser("editor", password="long-enough-1")
Article.objects.create(headline="标题", body="第一稿。")
"""


class KilledServerTests(BrowserTestCase):
    """The real server goes down without a word while somebody writes."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.office = Office()
        cls.addClassCleanup(cls.office.clear)
        cls.office.furnish()
        cls.office.manage("shell", "-c", FURNISH).check_returncode()

    def setUp(self):
        super().setUp()
        self.port = free_port()
        self.start()
        self.open_form(self.page)

    def start(self):
        command = web_command("127.0.0.1", self.port, 1, 2)
        # A group of its own, so that nothing of it survives.
        self.server = subprocess.Popen(command, cwd=ROOT, env=self.office.environment, start_new_session=True)
        self.addCleanup(self.kill, self.server)
        for _look in range(200):
            if answers("127.0.0.1", self.port):
                return
            time.sleep(0.1)
        self.fail("The server did not start.")

    def kill(self, server):
        if server.poll() is None:
            os.killpg(server.pid, signal.SIGKILL)
            server.wait()

    def open_form(self, page):
        page.on("dialog", lambda dialog: dialog.accept())
        page.goto(f"http://127.0.0.1:{self.port}/admin/login/?next=/admin/articles/article/1/change/")
        page.locator("#id_username").fill("editor")
        page.locator("#id_password").fill("long-enough-1")
        page.locator("[type=submit]").click()
        page.wait_for_load_state()

    def write(self, words):
        area = self.page.locator("#id_body")
        area.press("Control+End")
        area.press_sequentially(words)

    def wait_to_read(self, words):
        self.page.locator("[data-kept]", has_text=words).wait_for()

    def stored(self):
        return self.office.ask("SELECT body, version FROM articles_article")[0]

    def test_the_form_goes_on_and_is_saved_when_the_server_is_back(self):
        before, version = self.stored()
        self.write("前半句，")
        self.wait_to_read("已存到服务器")
        self.kill(self.server)
        self.write("后半句。")
        self.wait_to_read("连不上服务器")

        self.start()
        self.wait_to_read("已存到服务器")
        self.page.locator("[name=_continue]").last.click()
        self.page.locator(".messagelist .success").wait_for()

        self.assertEqual(self.stored(), (f"{before}前半句，后半句。", version + 1))
        self.assertEqual(self.page.locator(".kept-words").count(), 0)

    def test_words_are_offered_on_another_computer_when_this_one_went_down_too(self):
        before, _version = self.stored()
        self.write("前半句，")
        self.wait_to_read("已存到服务器")
        self.kill(self.server)
        self.page.close()
        self.start()

        elsewhere = self.chromium.new_context(locale="zh-CN")
        self.addCleanup(elsewhere.close)
        page = elsewhere.new_page()
        self.open_form(page)
        page.locator(".kept-words").get_by_text("取回").click()

        self.assertEqual(page.locator("#id_body").input_value(), f"{before}前半句，")
