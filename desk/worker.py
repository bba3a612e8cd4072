"""The worker beside the web server: runs the jobs that wait, does the duties of the clock, and says that it lives."""

import logging
import os
import platform
import threading
import time

import django.db
from django.db import connections
from django_tasks_db.management.commands.db_worker import Worker as JobRunner
from django_tasks_db.models import DBTaskResult

from desk.duties import DUTIES
from desk.models import Heartbeat

logger = logging.getLogger(__name__)

NAME = "worker"
SECONDS_BETWEEN_BEATS = 10
SECONDS_BETWEEN_LOOKS = 1
LONGEST_WAIT = 30  # seconds, for a database that is away


class Worker:
    def __init__(self, duties=DUTIES):
        self.duties = duties
        self.next_at = dict.fromkeys(duties, 0.0)
        self.stopping = threading.Event()
        self.jobs = JobRunner(
            queue_names=["*"],
            excluded_queue_names=[],
            backend_name="default",
            interval=0,
            batch=True,
            max_tasks=None,
            startup_delay=False,
            worker_id=f"{platform.node()[:50]}-{os.getpid()}",
        )

    def run(self):
        """Rounds until `stop()`. The beat has a thread of its own, so that a long job does not look like a death."""
        pulse = threading.Thread(target=self.keep_doing, args=(beat, SECONDS_BETWEEN_BEATS), name="pulse")
        pulse.start()
        self.keep_doing(self.round, SECONDS_BETWEEN_LOOKS)
        pulse.join()
        fall_silent()

    def stop(self):
        """The job at hand is finished; the next one waits for the next worker."""
        self.stopping.set()
        self.jobs.running = False

    def keep_doing(self, act, seconds):
        """Again and again; while the database is away, at growing distances."""
        wait = seconds
        while not self.stopping.is_set():
            try:
                act()
                wait = seconds
            except django.db.Error as problem:
                wait = min(max(wait, 1) * 2, LONGEST_WAIT)
                logger.warning("The database does not answer (%s). Next try in %s seconds.", str(problem).strip(), wait)
                connections.close_all()
            self.stopping.wait(wait)
        connections.close_all()

    def round(self):
        for duty in self.duties:
            if time.monotonic() >= self.next_at[duty]:
                self.do(duty)
        # A look takes no lock; the runner itself would take the write lock of SQLite every second.
        if DBTaskResult.objects.ready().exists():
            self.jobs.run()

    def do(self, duty):
        """A duty that fails is told and tried again at its next time: the jobs must not wait for it."""
        self.next_at[duty] = time.monotonic() + duty.every.total_seconds()
        try:
            duty.call()
        except django.db.Error:
            raise
        except Exception:
            logger.exception("The duty %r failed.", duty.name)


def beat():
    Heartbeat.beat(NAME)


def fall_silent():
    """Takes the heartbeat away, so that the web side need not wait to learn that the worker has stopped."""
    try:
        Heartbeat.objects.filter(name=NAME).delete()
    except django.db.Error:
        logger.info("The database is away; the last heartbeat stays and grows old.")
    finally:
        connections.close_all()
