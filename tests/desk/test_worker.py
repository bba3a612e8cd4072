from datetime import timedelta
from unittest import mock

from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db import OperationalError
from django.test import SimpleTestCase, TestCase, TransactionTestCase
from django.utils import timezone
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from desk import jobs
from desk.duties import Duty
from desk.models import Desk, Heartbeat
from desk.worker import Worker, beat


@task
def open_a_desk(name):
    Desk.objects.create(name=name)


@task
def stumble():
    raise ValueError("a job that fails")


class RoundTests(TransactionTestCase):
    # Between jobs the runner closes connections that are in a transaction, as those of a TestCase are.

    def test_runs_the_jobs_that_wait(self):
        open_a_desk.enqueue("夜班")
        open_a_desk.enqueue("早班")

        Worker().round()

        self.assertEqual({desk.name for desk in Desk.objects.filter(name__endswith="班")}, {"夜班", "早班"})

    def test_a_job_that_fails_does_not_stop_the_next(self):
        stumble.enqueue()
        open_a_desk.enqueue("夜班")

        with self.assertLogs("django_tasks", "ERROR"):
            Worker().round()

        self.assertTrue(Desk.objects.filter(name="夜班").exists())
        self.assertEqual(DBTaskResult.objects.failed().count(), 1)

    def test_starts_no_job_after_it_was_told_to_stop(self):
        open_a_desk.enqueue("夜班")
        worker = Worker()

        worker.stop()
        worker.round()

        self.assertEqual(DBTaskResult.objects.ready().count(), 1)

    def test_clears_expired_sessions(self):
        yesterday = timezone.now() - timedelta(days=1)
        Session.objects.create(session_key="old", session_data="", expire_date=yesterday)
        Session.objects.create(session_key="new", session_data="", expire_date=yesterday + timedelta(days=2))

        Worker().round()

        self.assertEqual([session.session_key for session in Session.objects.all()], ["new"])

    def test_the_command_does_one_round(self):
        open_a_desk.enqueue("夜班")

        call_command("work", "--once")

        self.assertTrue(Desk.objects.filter(name="夜班").exists())


class HeartbeatTests(TestCase):
    def test_shows_that_the_worker_lives(self):
        beat("one")
        self.assertTrue(Heartbeat.is_alive("worker"))

        Heartbeat.beat("worker", at=timezone.now() - timedelta(minutes=2))
        self.assertFalse(Heartbeat.is_alive("worker"))


class DutyTests(TransactionTestCase):
    def test_is_done_at_once_and_then_by_the_clock(self):
        done = []
        worker = Worker(duties=[Duty("count", timedelta(hours=1), lambda: done.append("done"))])

        worker.round()
        worker.round()

        self.assertEqual(done, ["done"])

    def test_one_that_fails_does_not_stop_the_worker(self):
        open_a_desk.enqueue("夜班")
        worker = Worker(duties=[Duty("break", timedelta(hours=1), lambda: 1 / 0)])

        with self.assertLogs("desk.worker", "ERROR") as told:
            worker.round()

        self.assertIn("'break' failed", told.output[0])
        self.assertTrue(Desk.objects.filter(name="夜班").exists())


class BacklogTests(TransactionTestCase):
    def test_duties_do_not_wait_for_the_last_of_many_jobs(self):
        worker, at, done = (
            Worker(duties=[Duty("look", timedelta(minutes=1), lambda: done.append("look"))]),
            [1000.0],
            [],
        )

        def slowly(details):
            at[0] += 20
            done.append("job")

        with mock.patch.dict(jobs.KINDS), mock.patch("desk.worker.time.monotonic", side_effect=lambda: at[0]):
            jobs.kind("slow")(slowly)
            for _job in range(5):
                jobs.plan("slow")
            for _round in range(3):
                worker.round()

        self.assertEqual(done, ["look", "job", "job", "job", "job", "look", "job"])


class DatabaseAwayTests(SimpleTestCase):
    def test_the_worker_waits_and_goes_on(self):
        worker = Worker(duties=[])
        outcomes = [OperationalError("server closed"), OperationalError("still away"), None]

        def act():
            outcome = outcomes.pop(0)
            if outcome:
                raise outcome
            worker.stop()

        with (
            self.assertLogs("desk.worker", "WARNING") as told,
            mock.patch.object(worker.stopping, "wait") as waited,
        ):
            worker.keep_doing(act, seconds=1)

        self.assertEqual([call.args[0] for call in waited.call_args_list], [2, 4, 1])
        self.assertIn("does not answer (server closed)", told.output[0])
