import json
import logging
import sys
from types import SimpleNamespace

from django.test import RequestFactory, SimpleTestCase, TestCase, override_settings
from django.utils import timezone

from desk.job_runner import JobRunner
from desk.jobs import KINDS, kind, plan
from desk.models import Job
from desk.tracing import number_of, number_under_way, tracing
from newsroom.seeing.logs import JsonLine, TextLine
from newsroom.seeing.masking import masked, masked_sql
from newsroom.seeing.middleware import SeeingMiddleware
from newsroom.seeing.tasks import tell_enqueued, tell_finished
from tests.factories import make_user


def line_of(record):
    return json.loads(JsonLine().format(record))


class RequestTests(TestCase):
    def asked(self, address, **headers):
        with self.assertLogs("newsroom.requests", "INFO") as logs:
            response = self.client.get(address, headers=headers)
        return response, logs.records[-1].told

    def test_a_line_says_what_was_asked_by_the_name_of_its_route(self):
        response, told = self.asked("/search/?q=机密")

        self.assertEqual((told["method"], told["route"], told["status"]), ("GET", "search_page", 200))
        self.assertGreater(told["queries"], 0)
        self.assertEqual((told["bytes"], told["kept"], told["user"]), (len(response.content), "passed", None))
        self.assertNotIn("机密", str(told))

    def test_addresses_that_lead_nowhere_share_one_name(self):
        _response, told = self.asked("/nowhere/13812345678/")

        self.assertEqual((told["route"], told["status"]), ("unresolved", 404))

    def test_a_colleague_is_a_number(self):
        user = make_user()
        self.client.force_login(user)

        _response, told = self.asked("/admin/")

        self.assertEqual(told["user"], user.pk)

    def test_each_answer_has_its_number(self):
        numbers = {self.client.get("/healthz/live").headers["X-Request-ID"] for _time in range(2)}

        self.assertEqual(len(numbers), 2)
        for number in numbers:
            self.assertRegex(number, r"^[0-9a-f]{16}$")

    def test_watchers_who_find_all_well_do_not_fill_the_log(self):
        with self.assertNoLogs("newsroom.requests", "INFO"):
            self.client.get("/healthz/live")
            self.client.get("/metrics")

    @override_settings(TRUST_REQUEST_ID=True)
    def test_a_proxy_that_is_trusted_gives_it(self):
        asked = RequestFactory().get("/", headers={"X-Request-ID": "edge-0123456789"})
        response = SeeingMiddleware(lambda request: self.client.get("/healthz/live"))(asked)

        self.assertEqual(response.headers["X-Request-ID"], "edge-0123456789")

    def test_a_job_knows_the_request_that_it_was_begun_by(self):
        with tracing("edge-0123456789"):
            job = plan("anything")

        self.assertEqual(Job.objects.get(pk=job.pk).cause, "edge-0123456789")


class JobTests(TestCase):
    def test_a_job_logs_with_its_cause(self):
        seen = []
        kind("seen")(lambda details: seen.append(number_under_way()))
        self.addCleanup(KINDS.pop, "seen")
        with tracing("edge-0123456789"):
            job = plan("seen")

        with self.assertLogs("desk.job_runner", "INFO") as logs, self.capture() as lines:
            JobRunner("w", silence=60).run_due()

        self.assertEqual(seen, [str(job.pk)])
        self.assertEqual(logs.records[-1].told["kind"], "seen")
        self.assertEqual((lines[-1]["job"], lines[-1]["cause"]), (str(job.pk), "edge-0123456789"))

    def capture(self):
        return Captured()


class TaskTests(SimpleTestCase):
    def test_who_set_a_task_and_what_came_of_it_are_told_by_its_number(self):
        result = SimpleNamespace(
            id="4f1c", task=SimpleNamespace(module_path="media.finishing.finish"), status="SUCCESSFUL"
        )
        result.started_at = result.finished_at = timezone.now()

        with self.assertLogs("newsroom.seeing.tasks", "INFO") as logs:
            tell_enqueued(None, task_result=result)
            tell_finished(None, task_result=result)

        self.assertEqual([record.told["task"] for record in logs.records], ["4f1c", "4f1c"])
        self.assertEqual(logs.records[-1].told["ms"], 0.0)


class Captured(logging.Handler):
    """What the log would have said, made while the job is at hand."""

    def __enter__(self):
        self.lines = []
        logging.getLogger("desk.job_runner").addHandler(self)
        return self.lines

    def __exit__(self, *_problem):
        logging.getLogger("desk.job_runner").removeHandler(self)

    def emit(self, record):
        self.lines.append(line_of(record))


class NumberTests(SimpleTestCase):
    def test_what_is_given_is_taken_of_the_trusted_and_only_if_it_is_harmless(self):
        self.assertEqual(number_of("edge-0123456789", True), "edge-0123456789")
        for said, is_trusted in [
            ("edge-0123456789", False),
            ("short", True),
            ("x" * 65, True),
            ("eight\r\nSet-Cookie: a", True),
            ("<script>alert", True),
            ("编号编号编号编号", True),
            (None, True),
        ]:
            self.assertRegex(number_of(said, is_trusted), r"^[0-9a-f]{16}$")


class LineTests(SimpleTestCase):
    def record(self, words, told=None, exc_info=None):
        record = logging.LogRecord("newsroom", logging.INFO, "x.py", 1, words, (), exc_info)
        if told:
            record.told = told
        return record

    def test_one_line_of_json_in_utc(self):
        with tracing("0123456789abcdef"):
            line = JsonLine().format(self.record("今天\n的报", {"route": "front_page"}))

        self.assertNotIn("\n", line)
        said = json.loads(line)
        self.assertRegex(said["at"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$")
        self.assertEqual(
            (said["request"], said["route"], said["says"]), ("0123456789abcdef", "front_page", "今天\n的报")
        )

    def test_a_sentence_for_people(self):
        self.assertRegex(TextLine().format(self.record("开印", {"ms": 3})), r"^[\d:]{8} INFO newsroom: 开印  \[ms=3\]$")

    def test_a_failure_is_told_without_secrets(self):
        try:
            raise ValueError("password=hunter2 from 13812345678")
        except ValueError:
            said = line_of(self.record("failed", exc_info=sys.exc_info()))

        self.assertIn("ValueError", said["trouble"])
        self.assertNotRegex(str(said), "hunter2|13812345678")


class MaskingTests(SimpleTestCase):
    def test_nothing_personal_and_no_key_stays(self):
        for text, left in [
            ("Not Found: /preview/Ab12_x/", "Not Found: /preview/***/"),
            ("/files/8f3a/a.jpg of /my/k3y/", "/files/***/a.jpg of /my/***/"),
            ("GET /search/?q=店口&before=1 failed", "GET /search/?*** failed"),
            ("mail to li.fan@example.com", "mail to ***"),
            ("call 138 1234 5678 or +8613812345678", "call *** or ***"),
            ("Authorization: Bearer abc.def", "Authorization: Bearer ***"),
            ('{"password": "x1"}', '{"password": ***'),
            ("postgres://news:pw@db/news", "postgres://news:***@db/news"),
            ("330681199001011234 came", "*** came"),
            ("The job 12 (mail) took 300 ms", "The job 12 (mail) took 300 ms"),
        ]:
            with self.subTest(text=text):
                self.assertEqual(masked(text), left)

    def test_values_of_a_statement(self):
        sql = "SELECT *\n FROM desk_user WHERE email = 'a''b@c.cn' AND phone = 13812345678 LIMIT 21"

        self.assertEqual(masked_sql(sql), "SELECT * FROM desk_user WHERE email = ? AND phone = ? LIMIT 21")
