"""Background tasks in the log: the line of who set one and the line of what came of it bear the task's own number."""

import logging

from django.dispatch import receiver
from django_tasks.signals import task_enqueued, task_finished

logger = logging.getLogger(__name__)


@receiver(task_enqueued, dispatch_uid="a task is told")
def tell_enqueued(sender, task_result, **_signal):
    logger.info("task waits", extra={"told": facts_of(task_result)})


@receiver(task_finished, dispatch_uid="a task's end is told")
def tell_finished(sender, task_result, **_signal):
    begun, ended = task_result.started_at, task_result.finished_at
    took = {"ms": round((ended - begun).total_seconds() * 1000, 1)} if begun and ended else {}
    logger.info("task %s", task_result.status, extra={"told": facts_of(task_result) | took})


def facts_of(task_result):
    """Which record it is about stays in the table of tasks."""
    return {"task": str(task_result.id), "name": task_result.task.module_path}
