"""What the worker does by the clock, beside the jobs that people set it. An app adds its own in AppConfig.ready()."""

from collections.abc import Callable
from datetime import timedelta
from importlib import import_module
from typing import NamedTuple

from django.conf import settings
from django.core.management import call_command


class Duty(NamedTuple):
    """`call` is run when the worker starts and then every `every`; it is safe to run at any time."""

    name: str
    every: timedelta
    call: Callable[[], object]


def clear_expired_sessions():
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()


def clear_finished_jobs():
    """Two weeks are enough to look into a job that failed."""
    call_command("prune_db_task_results", min_age_days=14, verbosity=0)


DUTIES = [
    Duty("expired sessions", timedelta(days=1), clear_expired_sessions),
    Duty("finished jobs", timedelta(days=1), clear_finished_jobs),
]
