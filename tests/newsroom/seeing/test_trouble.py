import errno
from unittest import mock

from django.core.exceptions import PermissionDenied, RequestDataTooBig, SuspiciousOperation
from django.db import OperationalError
from django.test import Client, RequestFactory, SimpleTestCase, TestCase

from newsroom import trouble
from tests.factories import make_user


class ReaderTests(TestCase):
    def test_a_page_that_is_not_there_gives_its_number(self):
        response = self.client.get("/nowhere/")

        self.assertContains(response, f"<code>{response.headers['X-Request-ID']}</code>", status_code=404)

    def test_a_form_without_its_token_is_answered_in_the_papers_language(self):
        response = Client(enforce_csrf_checks=True).post("/search/", {"q": "店口"})

        self.assertEqual(response.status_code, 403)
        self.assertContains(response, response.headers["X-Request-ID"], status_code=403)
        self.assertNotContains(response, "CSRF", status_code=403)

    def test_a_way_of_asking_that_is_not_taken_has_a_page_and_keeps_its_header(self):
        response = self.client.post("/search/")

        self.assertEqual((response.status_code, response.headers["Allow"]), (405, "GET, HEAD"))
        self.assertContains(response, response.headers["X-Request-ID"], status_code=405)


class DeskTests(TestCase):
    def test_a_colleague_stays_in_the_frame_of_the_desk(self):
        self.client.force_login(make_user())

        response = self.client.get("/admin/nowhere/")

        self.assertTemplateUsed(response, "admin/trouble.html")
        self.assertContains(response, response.headers["X-Request-ID"], status_code=404)


class WithoutDatabaseTests(SimpleTestCase):
    """Here each query raises."""

    def asked(self, view, *said, request=None):
        return view(request or RequestFactory().get("/"), *said)

    def answer_to(self, problem, request=None):
        try:
            raise problem
        except Exception:
            return self.asked(trouble.server_error, request=request)

    def test_a_failure_of_ours(self):
        response = self.answer_to(ValueError("of ours"))

        self.assertEqual(response.status_code, 500)
        self.assertNotIn("of ours", response.text)

    def test_a_database_that_is_away_is_no_failure_of_the_page(self):
        response = self.answer_to(OperationalError("no connection to db.internal"))

        self.assertEqual((response.status_code, response.headers["Retry-After"]), (503, "5"))
        self.assertNotIn("db.internal", response.text)

    def test_what_a_colleague_sent_stands_in_the_answer(self):
        sent = RequestFactory().post("/admin/articles/article/1/change/", {"body": "第一稿。<b>", "base_version": "3"})

        response = self.answer_to(OperationalError("no connection to db.internal"), sent)

        self.assertEqual((response.status_code, response.headers["Retry-After"]), (503, "5"))
        self.assertIn("第一稿。&lt;b&gt;</textarea>", response.text)
        self.assertIn("文字没有丢失", response.text)
        self.assertEqual(response.text.count("<textarea"), 1)
        full = self.answer_to(OSError(errno.ENOSPC, "no space"), sent)
        self.assertIn("第一稿。&lt;b&gt;</textarea>", full.text)
        self.assertIn("服务器磁盘已满", full.text)

    def test_but_nothing_that_opens_a_door(self):
        for path in ("/admin/login/", "/admin/password_change/"):
            sent = RequestFactory().post(path, {"old_password": "gazette", "password": "gazette"})

            self.assertNotIn("gazette", self.answer_to(OperationalError("away"), sent).text)

    def test_what_is_too_much_and_what_cannot_be_understood(self):
        self.assertEqual(self.asked(trouble.bad_request, RequestDataTooBig()).status_code, 413)
        self.assertEqual(self.asked(trouble.bad_request, SuspiciousOperation()).status_code, 400)

    def test_a_refusal_falls_back_to_the_page_that_asks_nothing(self):
        with mock.patch.object(trouble, "render_to_string", side_effect=[OperationalError, "plain"]):
            response = self.asked(trouble.forbidden, PermissionDenied())

        self.assertEqual((response.status_code, response.text), (403, "plain"))
