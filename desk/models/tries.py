from django.conf import settings
from django.db import models
from django.db.models import Case, F, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class TriesQuerySet(models.QuerySet):
    def one_more(self, door, at):
        """
        Counts in the one statement that the database makes of it. The count begins anew when its window is over; with
        the last try that is left the window begins anew, so that a door stays shut for as long as it says.
        """
        count = Case(When(since__lte=at - door.window, then=1), default=F("count") + 1)
        is_over = When(since__lte=at - door.window, then=at)
        since = Case(is_over, When(count=door.limit - 1, then=at), default=F("since"))
        return self.update(count=count, since=since)

    one_more.alters_data = True

    def one_less(self):
        return self.filter(count__gt=0).update(count=F("count") - 1)

    one_less.alters_data = True


class Tries(models.Model):
    """How often somebody has tried a door since when. Its rules, and what the key is made of: desk.doors.tries."""

    door = models.CharField(_("door"), max_length=20)
    key = models.CharField(max_length=64)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("account"), null=True, on_delete=models.CASCADE, related_name="tries"
    )
    address = models.CharField(_("address"), max_length=50, blank=True)
    count = models.PositiveIntegerField(_("tries"), default=0)
    since = models.DateTimeField(_("since"), default=timezone.now)

    objects = TriesQuerySet.as_manager()

    class Meta:
        verbose_name = _("tries at a door")
        verbose_name_plural = _("tries at doors")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["door", "key"], name="desk_tries_once")]
        indexes = [models.Index(fields=["since"], name="desk_tries_since")]

    def __str__(self):
        return f"{self.door} {self.user or ''} {self.address}".strip()
