"""
Background tasks (django-tasks) beside our own jobs: one at a time, so that what is due goes between them; and those
that a killed worker left behind as running, which nobody else would ever look at again.
"""

from datetime import timedelta

from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Worker as TaskRunner
from django_tasks_db.models import DBTaskResult, TaskResultStatus

from desk.models import Heartbeat

MOST_WORKERS = 4  # that one task may cost
FELL_SILENT = "The workers of this task fell silent, one after the other."


def run_next(worker):
    """False where none waits. A look takes no lock; the runner itself would take the write lock of SQLite."""
    if not DBTaskResult.objects.ready().exists():
        return False
    TaskRunner(
        queue_names=["*"],
        excluded_queue_names=[],
        backend_name="default",
        interval=0,
        batch=True,
        max_tasks=1,
        startup_delay=False,
        worker_id=worker,
    ).run()
    return True


def take_over(silence, at=None):
    """Tasks of workers that have said nothing for so many seconds wait again. Returns how many."""
    since = (at or timezone.now()) - timedelta(seconds=silence)
    running = DBTaskResult.objects.running().filter(started_at__lt=since)
    living = set(Heartbeat.objects.filter(beaten_at__gte=since).values_list("name", flat=True)) if running else set()
    left = [task for task in running if not living.intersection(task.worker_ids[-1:])]
    return sum(_release(task) for task in left)


def _release(task):
    """One update: of two who look at once, the second finds it waiting already, or with its next worker."""
    same = DBTaskResult.objects.running().filter(pk=task.pk, started_at=task.started_at)
    if len(task.worker_ids) < MOST_WORKERS:
        return same.update(status=TaskResultStatus.READY)
    return same.update(status=TaskResultStatus.FAILED, finished_at=timezone.now(), traceback=FELL_SILENT)
