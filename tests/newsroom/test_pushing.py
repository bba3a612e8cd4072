import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from unittest import mock

from django.contrib.sites.models import Site
from django.test import TestCase, override_settings

from articles.issue_jobs import issue_is_out
from desk.models import Job
from newsroom import pushing
from tests.factories import make_article, make_issue, make_page, make_published


class SearchEngine(BaseHTTPRequestHandler):
    """Answers as its server was told, and keeps what it was sent."""

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.server.taken.append((self.headers["Content-Type"], body))
        self.server.may_answer.wait(10)
        self.send_response(self.server.status)
        self.send_header("Location", "/elsewhere")
        self.end_headers()
        self.wfile.write(self.server.answer)

    def log_message(self, *said):
        pass


class PushTests(TestCase):
    def setUp(self):
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), SearchEngine)
        self.server.taken, self.server.status, self.server.answer = [], 200, b'{"success":2}'
        self.server.may_answer = threading.Event()
        self.server.may_answer.set()
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.05}).start()
        for clean_up in (self.server.server_close, self.server.shutdown, self.server.may_answer.set):
            self.addCleanup(clean_up)
        self.enterContext(override_settings(PUSH_ADDRESS=f"http://127.0.0.1:{self.server.server_port}/urls?token=t"))
        Site.objects.update(domain="news.example")
        self.stories = [make_published(), make_published()]

    def push(self):
        return pushing.push({"stories": [story.pk for story in self.stories]})

    def test_sends_one_address_a_line_and_keeps_the_answer(self):
        result = self.push()

        lines = "\n".join(f"https://news.example/articles/{story.pk}/" for story in self.stories)
        self.assertEqual(self.server.taken, [("text/plain", lines)])
        self.assertEqual(result, '2个网址：{"success":2}')

    def test_sends_nothing_that_readers_cannot_see(self):
        self.stories = [make_article(headline="草稿")]

        self.push()

        self.assertEqual(self.server.taken, [])

    def test_a_refusal_is_a_failure_in_its_own_words(self):
        self.server.status, self.server.answer = 403, b"token is not valid"

        with self.assertRaisesMessage(pushing.NotTaken, "403 token is not valid"):
            self.push()

    def test_follows_nobody_elsewhere(self):
        self.server.status = 302

        with self.assertRaisesMessage(pushing.NotTaken, "302"):
            self.push()
        self.assertEqual(len(self.server.taken), 1)

    def test_does_not_wait_for_ever(self):
        self.server.may_answer.clear()

        with mock.patch.object(pushing, "SECONDS", 0.2), self.assertRaisesMessage(pushing.NotTaken, "timed out"):
            self.push()

    def test_keeps_a_long_answer_short(self):
        self.server.answer = b"x" * 100_000

        self.assertLess(len(self.push()), 2100)

    def test_is_planned_when_an_issue_is_out(self):
        issue = make_issue()
        story = make_published(page=make_page(issue=issue))

        issue_is_out({"issue": issue.pk})

        self.assertEqual(Job.objects.get(kind="push").details, {"stories": [story.pk]})


class OffTests(TestCase):
    def test_nothing_is_planned_without_an_address(self):
        issue = make_issue()
        make_published(page=make_page(issue=issue))

        issue_is_out({"issue": issue.pk})

        self.assertFalse(Job.objects.exists())
