from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from desk.models.second_factor import FactorDemand, SecondFactor


class User(AbstractUser):
    """Someone who logs in. A Chinese name is one word: there is no first and last name."""

    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]

    class NoticesByMail(models.TextChoices):
        AT_ONCE = "at once", _("at once")
        DAILY = "daily", _("once a day, in the morning")
        NONE = "none", pgettext_lazy("mail", "none")

    name = models.CharField(
        pgettext_lazy("person", "name"), max_length=50, blank=True, help_text=_("The real name, e.g. 李凡.")
    )
    desks = models.ManyToManyField(
        "desk.Desk",
        verbose_name=_("desks"),
        blank=True,
        related_name="users",
        help_text=_("Reporters see the drafts of these desks only; editors of a desk work on its stories only."),
    )

    notices_by_mail = models.CharField(
        _("notices by mail"), max_length=10, choices=NoticesByMail, default=NoticesByMail.AT_ONCE
    )

    # When what the account may do was changed: its sessions get new keys then (desk.doors.ages).
    rights_changed_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta(AbstractUser.Meta):
        ordering = ["username"]

    def __str__(self):
        return self.name or self.username

    @cached_property
    def unread_notices(self):
        """Of whoever is logged in it is known already (desk.login)."""
        return self.notices.unread().count()

    @cached_property
    def has_second_factor(self):
        """This and the next come along with the account as well."""
        return SecondFactor.objects.filter(user=self).exists()

    @cached_property
    def needs_second_factor(self):
        demands = FactorDemand.objects.all()
        return (demands if self.is_superuser else demands.filter(group__user=self)).exists()

    @property
    def owes_second_factor(self):
        return self.needs_second_factor and not self.has_second_factor

    @cached_property
    def desk_keys(self):
        """Read once for each request, as the permissions are: a board asks of every story."""
        return frozenset(self.desks.values_list("pk", flat=True))

    def get_full_name(self):
        return str(self)

    def get_short_name(self):
        return str(self)
