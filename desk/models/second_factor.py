from django.conf import settings
from django.contrib.auth.models import Group
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class SecondFactor(models.Model):
    """The telephone that an account's codes come from: confirmed by one of them before it is kept."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, verbose_name=_("account"), on_delete=models.CASCADE, related_name="second_factor"
    )
    secret = models.CharField(max_length=64)
    # Of the code that was taken last: none is taken twice, nor an older one after it.
    last_step = models.BigIntegerField(default=0)
    confirmed_at = models.DateTimeField(_("set up"), default=timezone.now)

    class Meta:
        verbose_name = _("second factor")
        verbose_name_plural = _("second factors")
        default_permissions = ()

    def __str__(self):
        return str(self.user)

    def use_step(self, step):
        """False where this code, or one after it, has been taken already, at whatever machine."""
        return bool(type(self).objects.filter(pk=self.pk, last_step__lt=step).update(last_step=step))

    use_step.alters_data = True


class RecoveryCode(models.Model):
    """One way in without the telephone, good once. Only its fingerprint is kept."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("account"), on_delete=models.CASCADE, related_name="recovery_codes"
    )
    fingerprint = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("recovery code")
        verbose_name_plural = _("recovery codes")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["user", "fingerprint"], name="desk_recovery_code_once")]

    def __str__(self):
        return str(self.user)


class FactorDemand(models.Model):
    """Whoever is in this group signs in with a second factor. Superusers do as soon as any group has to."""

    group = models.OneToOneField(
        Group, verbose_name=_("group"), on_delete=models.CASCADE, primary_key=True, related_name="factor_demand"
    )
    since = models.DateTimeField(_("since"), default=timezone.now)

    class Meta:
        verbose_name = _("demand for a second factor")
        verbose_name_plural = _("demands for a second factor")
        default_permissions = ()

    def __str__(self):
        return str(self.group)
