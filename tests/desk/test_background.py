from datetime import timedelta

from django.test import TestCase
from django.utils import timezone
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from desk import background
from desk.models import Heartbeat


@task
def develop():
    pass


def left_running(*workers):
    develop.enqueue()
    began = timezone.now() - timedelta(minutes=5)
    DBTaskResult.objects.update(status="RUNNING", started_at=began, worker_ids=list(workers))


class TakeOverTests(TestCase):
    def test_a_task_of_a_worker_that_fell_silent_waits_again(self):
        left_running("killed")
        Heartbeat.beat("killed", at=timezone.now() - timedelta(seconds=61))

        self.assertEqual(background.take_over(60), 1)
        self.assertEqual(DBTaskResult.objects.ready().count(), 1)

    def test_a_task_of_a_worker_that_lives_is_left_to_it(self):
        left_running("killed", "living")
        Heartbeat.beat("living")

        self.assertEqual(background.take_over(60), 0)

    def test_a_task_that_kills_each_of_its_workers_is_given_up(self):
        left_running("one", "two", "three", "four")

        background.take_over(60)

        self.assertEqual(DBTaskResult.objects.failed().count(), 1)

    def test_looks_with_one_query_where_nothing_runs(self):
        with self.assertNumQueries(1):
            background.take_over(60)
