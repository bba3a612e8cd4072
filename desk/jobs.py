"""
What has to be done besides an act: mail, purging, pings. The act plans it in its own transaction, so that an act that
is rolled back leaves no job, and one that stands leaves it for sure; the worker does it when it is due
(desk.job_runner).

    @jobs.kind("mail", label=_("mail"))
    def send_mail(details): ... return "what came of it, in words"

    jobs.plan("mail", due=None, once="a-key-or-empty", **details)
    jobs.cancel("mail", once="a-key")

A kind is done at least once: it is tried again at growing distances when it raises, and by another worker when its own
falls silent; it had better do no harm twice. One that is `inside` touches the database only: what it does and that it
is done are stored together, so that it is done exactly once.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from desk.models import Job
from desk.tracing import number_under_way

MOST_TRIES = 6
DISTANCES = [timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240)]
# Longer than an act takes.
ABOUT_TO_BEGIN = timedelta(seconds=30)
KEPT_DAYS = 14
FAILED_KEPT_DAYS = 180


@dataclass(frozen=True)
class Kind:
    do: Callable
    inside: bool = False
    label: object = ""
    most_tries: int = MOST_TRIES
    again_after: Sequence[timedelta] = tuple(DISTANCES)


KINDS: dict[str, Kind] = {}


def kind(name, *, inside=False, label="", most_tries=MOST_TRIES, again_after=DISTANCES):
    """
    Enters the function that does such jobs. Its module has to be imported in AppConfig.ready(). again_after: the waits
    after the first failure and the next; the last one stands for all that follow.
    """

    def enter(do):
        KINDS[name] = Kind(do, inside, label or name, most_tries, again_after)
        return do

    return enter


def label_of(name):
    """A kind that only another version knows is called by its word."""
    return KINDS[name].label if name in KINDS else name


@transaction.atomic
def plan(kind, /, *, due=None, once="", **details):
    """One that has not begun and has the same key is the same job: it gets the new hour and the new details."""
    said = {"due_at": due or timezone.now(), "details": details, "cause": number_under_way()}
    if not once:
        return Job.objects.create(kind=kind, **said)
    return _renewed(kind, once, said) or _planned(kind, once, said)


@transaction.atomic
def plan_unless_waiting(kind, planned, /):
    """
    planned: {once: (due, details)}, in four queries at most however many. What waits keeps its hour. What is about to
    begin is held until the act stands, so that it finds what the act has told; the others are not: acts would meet.
    """
    waiting = Job.objects.waiting().filter(kind=kind, once__in=planned)
    about_to_begin = waiting.filter(due_at__lt=timezone.now() + ABOUT_TO_BEGIN).order_by("pk")
    list(about_to_begin.select_for_update().values_list("pk"))
    known = set(waiting.values_list("once", flat=True))
    cause = number_under_way()
    new = [
        Job(kind=kind, once=once, due_at=due, details=details, cause=cause)
        for once, (due, details) in sorted(planned.items())
    ]
    # Somebody who plans the same at the same moment plans it for later than this act lasts.
    Job.objects.bulk_create([job for job in new if job.once not in known], ignore_conflicts=True)


def cancel(kind, /, *, once):
    """What is not done yet is not to be done. True where there was such a job."""
    return bool(Job.objects.open().filter(kind=kind, once=once).delete()[0])


def is_planned(kind, /, *, once):
    return Job.objects.open().filter(kind=kind, once=once).exists()


@transaction.atomic
def try_again(job):
    """Of one that was given up. False where it is not, or where a newer one waits in its place."""
    if job.once and Job.objects.waiting().filter(kind=job.kind, once=job.once).exists():
        return False
    given_up = Job.objects.failed().filter(pk=job.pk)
    return bool(given_up.update(failed_at=None, tries=0, due_at=timezone.now(), taken_by=""))


def clear_old_jobs():
    """The duty of a day. What failed is to be seen for longer."""
    now = timezone.now()
    old = Q(done_at__lt=now - timedelta(days=KEPT_DAYS)) | Q(failed_at__lt=now - timedelta(days=FAILED_KEPT_DAYS))
    return Job.objects.filter(old).delete()[0]


def _renewed(kind, once, said):
    waiting = Job.objects.waiting().filter(kind=kind, once=once)
    return waiting.first() if waiting.update(**said) else None


def _planned(kind, once, said):
    try:
        with transaction.atomic():
            return Job.objects.create(kind=kind, once=once, **said)
    except IntegrityError:
        # Somebody planned the same at the same moment.
        return _renewed(kind, once, said) or Job.objects.create(kind=kind, once=once, **said)
