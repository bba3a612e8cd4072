import tomllib
from datetime import timedelta
from unittest import mock

from django.conf import settings
from django.contrib.auth.models import Permission
from django.db import OperationalError, connection
from django.test import SimpleTestCase, TestCase, override_settings
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

import newsroom
from desk.duties import DUTIES
from desk.jobs import plan
from desk.models import AuditEntry, Heartbeat, Job, LastRun
from desk.worker import Worker
from newsroom.groups import RIGHTS
from newsroom.system import views
from newsroom.system.duty_words import WORDS
from newsroom.system.rows import BAD, DOUBTFUL, GOOD
from tests.factories import make_user

PAGE = "/admin/system/"


def failed_job():
    job = plan("anything")
    Job.objects.filter(pk=job.pk).update(failed_at=timezone.now(), tries=6, error="TimeoutError: too late")
    return job


class SystemTests(TestCase):
    def setUp(self):
        self.admin = make_user(is_superuser=True)
        self.client.force_login(self.admin)

    def rows(self):
        parts = self.client.get(PAGE).context["parts"]
        return {str(row.name): row for part in parts for row in part.rows}

    def test_shows_how_things_stand(self):
        Heartbeat.beat("worker")

        response = self.client.get(PAGE)

        self.assertContains(response, "Django")
        self.assertIn("no-store", response.headers["Cache-Control"])
        self.assertEqual(len(response.context["parts"]), len(views.PARTS))

    def test_a_worker_that_is_silent_and_a_duty_that_failed_are_trouble(self):
        LastRun.note("duty: old jobs", went_well=False)

        rows = self.rows()

        self.assertEqual((rows["心跳"].state, rows["清理旧的后台任务"].state), (BAD, BAD))

    def test_a_duty_that_is_late_is_to_be_looked_at(self):
        LastRun.note("duty: old jobs")
        LastRun.objects.update(ended_at=timezone.now() - timedelta(days=4))

        self.assertEqual(self.rows()["清理旧的后台任务"].state, DOUBTFUL)

    def test_the_worker_notes_its_duties(self):
        Worker().round()

        row = self.rows()["清理旧的后台任务"]
        self.assertEqual((row.state, LastRun.objects.get(name="duty: old jobs").went_well), (GOOD, True))

    def test_a_part_that_fails_leaves_the_others(self):
        away = mock.Mock(side_effect=OperationalError)
        with mock.patch.object(views, "PARTS", [*views.PARTS, ("新的部分", away)]):
            *others, failed = self.client.get(PAGE).context["parts"]

        self.assertEqual((failed.title, [row.state for row in failed.rows]), ("新的部分", [BAD]))
        self.assertTrue(all(part.rows for part in others))

    def test_a_failed_job_is_tried_again_and_the_log_knows(self):
        job = failed_job()
        self.assertContains(self.client.get(PAGE), "TimeoutError: too late")

        self.client.post(PAGE, {"job": job.pk})

        self.assertIsNone(Job.objects.get(pk=job.pk).failed_at)
        self.assertTrue(
            AuditEntry.objects.filter(verb="try_again", kind="job", key=str(job.pk), by=self.admin).exists()
        )

    def test_nonsense_is_no_job(self):
        for said in ({}, {"job": "x"}, {"job": "9" * 30}):
            self.assertEqual(self.client.post(PAGE, said).status_code, 404)

    @override_settings(SECURE_HSTS_SECONDS=0, PAGE_CACHE="off")
    def test_what_production_wants_is_said_in_the_desks_language(self):
        found = [str(words) for words in self.client.get(PAGE).context["findings"]]

        self.assertTrue(any("SECURE_HSTS_SECONDS" in words for words in found))
        self.assertFalse([words for words in found if words.startswith("security.")])

    def test_asks_as_much_with_many_jobs_as_with_few(self):
        failed_job()
        self.client.get(PAGE)
        few = self.queries_of_a_look()
        for _one in range(3):
            failed_job()

        self.assertEqual(self.queries_of_a_look(), few)

    def queries_of_a_look(self):
        with CaptureQueriesContext(connection) as asked:
            self.client.get(PAGE)
        return len(asked)


class DutyTests(SimpleTestCase):
    def test_every_duty_has_its_words(self):
        self.assertEqual({duty.name for duty in DUTIES} - set(WORDS), set())

    def test_the_version_is_that_of_the_package(self):
        package = tomllib.loads((settings.BASE_DIR / "pyproject.toml").read_text())["project"]

        self.assertEqual(newsroom.VERSION, package["version"])


class RightsTests(TestCase):
    def test_no_group_of_the_house_sees_it(self):
        for name in RIGHTS:
            with self.subTest(group=name):
                self.client.force_login(make_user(group=name))
                self.assertEqual(self.client.get(PAGE).status_code, 403)
                self.assertEqual(self.client.post(PAGE, {"job": failed_job().pk}).status_code, 403)
        self.assertEqual(Job.objects.failed().count(), len(RIGHTS))

    def test_a_technician_who_was_given_the_right_looks_and_tries_nothing_again(self):
        user = make_user()
        user.user_permissions.add(Permission.objects.get(codename="see_system"))
        self.client.force_login(user)

        self.assertEqual(self.client.get(PAGE).status_code, 200)
        self.assertEqual(self.client.post(PAGE, {"job": failed_job().pk}).status_code, 403)

    def test_strangers_are_led_to_the_door(self):
        self.assertEqual(self.client.get(PAGE).status_code, 302)
