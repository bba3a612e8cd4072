from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class SignInQuerySet(models.QuerySet):
    def open(self):
        """Those whose session is still there."""
        return self.filter(models.Exists(running_sessions()))

    def closed(self):
        return self.exclude(models.Exists(running_sessions()))

    def end(self):
        """Whoever works in such a session is asked to sign in again at the next step."""
        keys = list(self.values_list("session_key", flat=True))
        Session.objects.filter(session_key__in=keys).delete()
        type(self)(self.model, using=self.db).filter(session_key__in=keys).delete()
        return len(keys)

    end.alters_data = True


def running_sessions():
    return Session.objects.filter(session_key=models.OuterRef("session_key"), expire_date__gt=timezone.now())


class SignIn(models.Model):
    """A session of the desk, as its owner and administrators see it (desk.doors.sessions, desk.doors.ages)."""

    session_key = models.CharField(max_length=40, unique=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("account"), on_delete=models.CASCADE, related_name="sign_ins"
    )
    begun_at = models.DateTimeField(_("signed in"), default=timezone.now)
    seen_at = models.DateTimeField(_("last seen"), default=timezone.now)
    rights_at = models.DateTimeField(null=True, blank=True)  # User.rights_changed_at when it got its key
    address = models.CharField(_("address"), max_length=50, blank=True)
    browser = models.CharField(_("browser"), max_length=80, blank=True)

    objects = SignInQuerySet.as_manager()

    class Meta:
        verbose_name = _("sign-in")
        verbose_name_plural = _("sign-ins")
        default_permissions = ()
        ordering = ["-seen_at", "-id"]

    def __str__(self):
        return f"{self.user} {self.browser} {self.address}".strip()
