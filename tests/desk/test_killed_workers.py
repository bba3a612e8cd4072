"""Real workers on the real database: killed without a word in the middle of a job, or two of them at once."""

import tempfile
from pathlib import Path
from unittest import skipUnless

from django.db import connection
from django.test import TransactionTestCase
from django_tasks_db.models import DBTaskResult

from desk import jobs
from desk.models import Desk, Heartbeat, Job
from tests.desk.test_background import left_running
from tests.servers.workers import said, start_worker, wait_for


class WorkersCase(TransactionTestCase):
    def setUp(self):
        self.folder = self.enterContext(tempfile.TemporaryDirectory())

    def start(self):
        worker = start_worker(self.folder)
        self.addCleanup(worker.wait)
        self.addCleanup(worker.kill)
        return worker

    def begun(self, times=1):
        wait_for(lambda: len(said(self.folder, "begun")) == times)

    def kill_in_the_middle(self):
        worker = self.start()
        self.begun()
        worker.kill()
        worker.wait()

    def go(self):
        (Path(self.folder) / "go").touch()

    def finished(self):
        job = wait_for(lambda: Job.objects.exclude(done_at=None).first())
        return job.tries, job.result

    def end(self, *workers):
        for worker in workers:
            worker.terminate()
        return [worker.wait(30) for worker in workers]


class KilledTests(WorkersCase):
    def test_a_job_goes_to_the_next_worker(self):
        jobs.plan("outside")

        self.kill_in_the_middle()
        second = self.start()
        self.begun(times=2)
        self.go()

        self.assertEqual(self.finished(), (2, "done outside"))
        self.assertEqual(said(self.folder, "done"), [str(second.pid)])

    def test_of_a_job_inside_nothing_is_left_but_what_the_next_worker_did(self):
        jobs.plan("inside", name="夜班")

        self.kill_in_the_middle()
        self.start()
        self.begun(times=2)
        self.assertFalse(Desk.objects.filter(name="夜班").exists())
        self.go()

        self.assertEqual(self.finished(), (2, "done inside"))
        self.assertEqual(Desk.objects.filter(name="夜班").count(), 1)

    def test_a_worker_that_lives_keeps_its_job_however_long_it_takes(self):
        jobs.plan("outside")
        first = self.start()
        self.begun()

        second = self.start()
        wait_for(lambda: Heartbeat.objects.exclude(name="worker").count() == 2)
        until = Job.objects.get().taken_until
        wait_for(lambda: (Job.objects.get().taken_until - until).total_seconds() > 4)
        self.go()

        self.assertEqual(self.finished(), (1, "done outside"))
        self.assertEqual(self.end(first, second), [0, 0])
        self.assertEqual(len(said(self.folder, "begun")), 1)

    def test_one_that_is_asked_to_stop_ends_the_job_at_hand_and_begins_no_other(self):
        jobs.plan("outside")
        jobs.plan("count", number=1)
        worker = self.start()
        self.begun()

        worker.terminate()
        self.go()

        self.assertEqual(worker.wait(30), 0)
        self.assertEqual(self.finished(), (1, "done outside"))
        self.assertEqual((Job.objects.open().count(), said(self.folder, "counted")), (1, []))

    def test_a_background_task_goes_to_the_next_worker(self):
        left_running("killed")

        self.start()

        wait_for(DBTaskResult.objects.successful().exists)


class TwoWorkersTests(WorkersCase):
    def test_do_each_job_once(self):
        workers = [self.start(), self.start()]
        wait_for(lambda: Heartbeat.objects.exclude(name="worker").count() == 2)

        for number in range(60):
            jobs.plan("count", number=number)
        wait_for(lambda: not Job.objects.open().exists())

        self.assertEqual(self.end(*workers), [0, 0])
        self.assertEqual(sorted(map(int, said(self.folder, "counted"))), list(range(60)))
        self.assertEqual(set(Job.objects.values_list("tries", flat=True)), {1})


@skipUnless(connection.vendor == "postgresql", "SQLite has no server that could go away")
class DatabaseAwayTests(WorkersCase):
    def test_a_job_whose_connections_break_is_finished_all_the_same(self):
        jobs.plan("outside")
        worker = self.start()
        self.begun()

        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid != pg_backend_pid()"
            )
        self.go()
        wait_for(lambda: Job.objects.get().state != Job.State.RUNNING)
        Job.objects.filter(done_at=None).update(due_at=Job.objects.get().planned_at)

        self.assertEqual(self.finished()[1], "done outside")
        self.assertEqual(self.end(worker), [0])
