from django.db import models
from django.utils.translation import gettext_lazy as _

from desk.numbers import SMALL


class Desk(models.Model):
    name = models.CharField(_("name"), max_length=50, unique=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0, validators=SMALL)

    class Meta:
        verbose_name = _("desk")
        verbose_name_plural = _("desks")
        ordering = ["order", "name"]

    def __str__(self):
        return self.name
