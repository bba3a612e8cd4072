"""
How a worker does jobs: it takes the one that is due the longest, for 60 seconds at a time, and says while it works that
it lives. Who says nothing for so long is taken for dead, and the job goes to whoever looks next.

What is stored at the end is stored only by the worker to whom the job still belongs. So a job that is `inside` counts
once: of two who did it one finds that it is not his any more, and all he did is undone.
"""

import logging
from datetime import timedelta
from time import perf_counter

import django.db
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from desk.jobs import DISTANCES, KINDS, MOST_TRIES
from desk.models import Job
from desk.tracing import tracing

logger = logging.getLogger(__name__)


class Lost(Exception):  # noqa: N818 - nothing is broken: the job is another's now
    """The job was cancelled, or another worker has it."""


class JobRunner:
    def __init__(self, worker, *, silence):
        """silence: the seconds after which a worker that says nothing is taken for dead."""
        self.worker = worker
        self.silence = timedelta(seconds=silence)
        self.at_hand = None

    def run_due(self, goes_on=lambda: True):
        """All that is due, in that order."""
        while goes_on() and (job := self.take_next()):
            self.run(job)

    def take_next(self):
        if not Job.objects.due().exists():  # a look that takes no lock: of SQLite there is only one
            return None
        with transaction.atomic():
            for job in Job.objects.due().select_for_update(skip_locked=True)[:1]:
                return job if job.take(self.worker, timezone.now() + self.silence) else None
        return None

    def beat(self):
        """From a thread of its own, while a job may take long."""
        job = self.at_hand
        if job:
            job.keep_taken(timezone.now() + self.silence)

    def run(self, job):
        self.at_hand = job
        with tracing(str(job.pk), cause=job.cause) as trace:
            trace.more["job"] = job.kind
            begun = perf_counter()
            self.try_it(job)
            tell(job, trace, perf_counter() - begun)

    def try_it(self, job):
        try:
            self.carry_out(job)
        except Lost:
            logger.warning("The job %s (%s) is no longer this worker's; what it did is not counted.", job.pk, job)
        except Exception as problem:
            self.failed(job, problem)
        finally:
            self.at_hand = None

    def carry_out(self, job):
        kind = KINDS.get(job.kind)
        if kind is None:
            raise LookupError(_("This version knows no such kind of job."))
        if job.tries > kind.most_tries:
            raise TimeoutError(_("Its worker fell silent again and again."))
        if kind.inside:
            with transaction.atomic():
                finish(job, kind.do(job.details))
        else:
            finish(job, kind.do(job.details))

    def failed(self, job, problem):
        """Its last words are kept, and it is tried again later, or given up."""
        if isinstance(problem, django.db.Error):
            django.db.connection.close_if_unusable_or_obsolete()
        error = f"{type(problem).__name__}: {problem}"[:2000]
        kind = KINDS.get(job.kind)
        if job.tries >= (kind.most_tries if kind else MOST_TRIES):
            logger.error("The job %s (%s) failed for good: %s", job.pk, job, error)
            job.give_up(error)
        else:
            waits = kind.again_after if kind else DISTANCES
            wait = waits[min(job.tries, len(waits)) - 1]
            logger.warning("The job %s (%s) failed, next try in %s: %s", job.pk, job, wait, error)
            job.put_off(timezone.now() + wait, error)


def finish(job, result):
    if not job.finish(str(result or "")):
        raise Lost


def tell(job, trace, took):
    """One line for each try, as for each request. Its details may name people: they stay in the list of jobs."""
    said = {"kind": job.kind, "try": job.tries, "ms": round(took * 1000, 1), "queries": trace.queries}
    logger.info("job %s", job.kind, extra={"told": said | {"db_ms": round(trace.seconds * 1000, 1)}})
