from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

FREE = Q(taken_until=None)
OPEN = Q(done_at=None, failed_at=None)
# Not begun: what is planned again under the same key is the same job still.
WAITING = OPEN & Q(tries=0)


def kept(text):
    """Words of others, as a database can keep them: without NUL, and without halves of a character (surrogates)."""
    return text.encode("utf-8", "replace").decode().replace("\0", "\ufffd")


class JobQuerySet(models.QuerySet):
    def open(self):
        return self.filter(OPEN)

    def waiting(self):
        return self.filter(WAITING)

    def due(self, at=None):
        """What a worker may take: its hour has come, and nobody is at it, or whoever was has fallen silent."""
        at = at or timezone.now()
        return self.open().filter(FREE | Q(taken_until__lt=at), due_at__lte=at).order_by("due_at", "id")

    def failed(self):
        return self.filter(failed_at__isnull=False)

    def at_hand_of(self, worker, tries):
        """The one job as that worker took it: nobody has taken it over since, and nobody has cancelled it."""
        return self.open().filter(taken_by=worker, tries=tries)


class Job(models.Model):
    """Something to be done besides an act, planned in the transaction of the act (desk.jobs)."""

    class State(models.TextChoices):
        WAITING = "waiting", pgettext_lazy("job", "waiting")
        RUNNING = "running", pgettext_lazy("job", "running")
        AGAIN = "again", pgettext_lazy("job", "waiting to be tried again")
        DONE = "done", pgettext_lazy("job", "done")
        FAILED = "failed", pgettext_lazy("job", "failed")

    kind = models.CharField(_("kind of job"), max_length=30)
    details = models.JSONField(_("details"), default=dict)
    # With a key of its own a job that has not begun is planned once, however often it is asked for.
    once = models.CharField(_("key"), max_length=100, blank=True)
    # The request that it was planned in, for the log; what an older version plans has none.
    cause = models.CharField(max_length=64, blank=True, default="", db_default="")
    planned_at = models.DateTimeField(_("planned"), auto_now_add=True)
    due_at = models.DateTimeField(_("due"))
    taken_by = models.CharField(_("worker"), max_length=50, blank=True)
    # While a worker is at it: until then it is believed to live. It says so again and again.
    taken_until = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(_("tries"), default=0)
    done_at = models.DateTimeField(_("done"), null=True, blank=True)
    failed_at = models.DateTimeField(_("given up"), null=True, blank=True)
    result = models.CharField(_("result"), max_length=300, blank=True)
    error = models.TextField(_("last error"), blank=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        verbose_name = _("job")
        verbose_name_plural = _("jobs")
        default_permissions = ("view",)
        permissions = [("retry_job", _("Can try a failed job again"))]
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["due_at", "id"], condition=OPEN, name="desk_job_due"),
            models.Index(fields=["done_at"], name="desk_job_done"),
            models.Index(fields=["failed_at"], condition=Q(failed_at__isnull=False), name="desk_job_failed"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "once"], condition=WAITING & ~Q(once=""), name="desk_job_waits_once"
            ),
            models.CheckConstraint(condition=Q(done_at=None) | Q(failed_at=None), name="desk_job_done_or_failed"),
        ]

    def __str__(self):
        return f"{self.kind} {self.once}".strip()

    @property
    def state(self):
        if self.done_at:
            return self.State.DONE
        if self.failed_at:
            return self.State.FAILED
        if self.taken_until:
            return self.State.RUNNING
        return self.State.AGAIN if self.tries else self.State.WAITING

    def take(self, worker, until):
        """False where another worker was quicker."""
        taken = type(self).objects.due().filter(pk=self.pk, tries=self.tries)
        if not taken.update(taken_by=worker, taken_until=until, tries=F("tries") + 1):
            return False
        self.taken_by, self.taken_until, self.tries = worker, until, self.tries + 1
        return True

    take.alters_data = True

    def keep_taken(self, until):
        """The worker lives. False where it was believed dead, and the job belongs to another now."""
        return bool(self._mine().update(taken_until=until))

    keep_taken.alters_data = True

    def finish(self, result):
        done = {"done_at": timezone.now(), "result": kept(result)[:300], "error": ""}
        return bool(self._mine().update(taken_until=None, **done))

    finish.alters_data = True

    def put_off(self, until, error):
        return bool(self._mine().update(taken_until=None, due_at=until, error=kept(error)))

    put_off.alters_data = True

    def give_up(self, error):
        return bool(self._mine().update(taken_until=None, failed_at=timezone.now(), error=kept(error)))

    give_up.alters_data = True

    def _mine(self):
        return type(self).objects.at_hand_of(self.taken_by, self.tries).filter(pk=self.pk)
