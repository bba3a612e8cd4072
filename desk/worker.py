"""The worker beside the web server: runs the jobs that wait, does the duties of the clock, and says that it lives."""

import logging
import os
import platform
import secrets
import threading
import time
from collections.abc import Callable
from datetime import timedelta

import django.db
from django.db import connections
from django.utils import timezone

from desk import background
from desk.duties import DUTIES
from desk.job_runner import JobRunner
from desk.models import Heartbeat, LastRun
from desk.tracing import new_number, tracing

logger = logging.getLogger(__name__)

NAME = "worker"
SECONDS_BETWEEN_BEATS = 10
SECONDS_BETWEEN_LOOKS = 1
SILENCE = 60  # seconds, after which a worker is taken for dead
SECONDS_BETWEEN_NOTES = 30  # of when a duty was done
LONGEST_WAIT = 30  # seconds, for a database that is away
# Done every second by threads of their own, since a round may last as long as its longest job. An app adds a pair in
# AppConfig.ready(): what to do, and what to do at the end.
BESIDE: list[tuple[Callable[[], object], Callable[[], object]]] = []
LONGEST_AT_JOBS = 30  # seconds, before the duties of the clock are looked at again


class Worker:
    def __init__(self, duties=DUTIES, silence=SILENCE):
        self.duties = duties
        self.silence = silence
        self.next_at = dict.fromkeys(duties, 0.0)
        self.next_take_over = 0.0
        self.noted = {}
        self.stopping = threading.Event()
        # Known apart from every other, and from an earlier one of the same machine and number.
        self.name = f"{platform.node()[:25]}-{os.getpid()}-{secrets.token_hex(3)}"
        self.jobs = JobRunner(self.name, silence=silence)

    def run(self):
        """Rounds until `stop()`. The beat has a thread of its own, so that a long job does not look like a death."""
        seconds = min(SECONDS_BETWEEN_BEATS, self.silence / 5)
        pulse = threading.Thread(target=self.keep_doing, args=(self.beat, seconds), name="pulse")
        beside = [threading.Thread(target=self.do_beside, args=pair, name="beside") for pair in BESIDE]
        for thread in (pulse, *beside):
            thread.start()
        self.keep_doing(self.round, SECONDS_BETWEEN_LOOKS)
        for thread in (pulse, *beside):
            thread.join()
        fall_silent(self.name)

    def do_beside(self, act, end):
        self.keep_doing(lambda: guarded(act), SECONDS_BETWEEN_LOOKS)
        guarded(end)

    def stop(self):
        """The job at hand is finished; the next one waits for the next worker."""
        self.stopping.set()

    def goes_on(self):
        return not self.stopping.is_set()

    def beat(self):
        beat(self.name)
        self.jobs.beat()

    def keep_doing(self, act, seconds):
        """Again and again; while the database is away, at growing distances."""
        wait = seconds
        while self.goes_on():
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
        """Duties and jobs go between the background tasks, of which there may be thousands."""
        while True:
            self.do_what_is_due()
            if not self.goes_on() or not background.run_next(self.name):
                return

    def do_what_is_due(self):
        for duty in self.duties:
            if time.monotonic() >= self.next_at[duty]:
                self.do(duty)
        if time.monotonic() >= self.next_take_over:
            self.next_take_over = time.monotonic() + self.silence / 6
            background.take_over(self.silence)
        # Of thousands of jobs the last may be hours away, and an issue is to be as whole as it is signed for by then.
        end = time.monotonic() + LONGEST_AT_JOBS
        self.jobs.run_due(lambda: self.goes_on() and time.monotonic() < end)

    def do(self, duty):
        """A duty that fails is told and tried again at its next time: the jobs must not wait for it."""
        begun = time.monotonic()
        self.next_at[duty] = begun + duty.every.total_seconds()
        went_well, number = True, None
        try:
            with tracing(new_number()) as trace:
                trace.more["job"] = duty.name
                number = duty.call()
        except django.db.Error:
            raise
        except Exception:
            went_well = False
            logger.exception("The duty %r failed.", duty.name)
        self.note(duty, time.monotonic() - begun, went_well, number)

    def note(self, duty, seconds, went_well, number):
        """Not of every few seconds, unless it goes otherwise than before."""
        known = self.noted.get(duty.name)
        if known and known[0] == went_well and time.monotonic() - known[1] < SECONDS_BETWEEN_NOTES:
            return
        number = number if isinstance(number, int) else None
        LastRun.note(f"duty: {duty.name}", seconds=seconds, went_well=went_well, number=number)
        self.noted[duty.name] = went_well, time.monotonic()


def guarded(act):
    """What fails is told and tried again; only for a database that is away the worker waits longer."""
    try:
        act()
    except django.db.Error:
        raise
    except Exception:
        logger.exception("What the worker does beside its rounds failed.")


def beat(name):
    """Twice: that there is a worker at all, and that this one lives."""
    Heartbeat.beat(NAME)
    Heartbeat.beat(name)


def fall_silent(name):
    """Takes the heartbeats away, so that the web side need not wait to learn that the last worker has stopped."""
    try:
        Heartbeat.objects.filter(name=name).delete()
        others = Heartbeat.objects.exclude(name=NAME).filter(beaten_at__gte=timezone.now() - timedelta(seconds=SILENCE))
        if not others.exists():
            Heartbeat.objects.filter(name=NAME).delete()
    except django.db.Error:
        logger.info("The database is away; the last heartbeat stays and grows old.")
    finally:
        connections.close_all()
