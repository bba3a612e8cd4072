from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

PERCENT = [MaxValueValidator(100)]


class Focused(models.Model):
    """The spot that no crop may lose, in percent of the picture from its left and its top edge."""

    focus_x = models.PositiveSmallIntegerField(_("focal point, from the left"), default=50, validators=PERCENT)
    focus_y = models.PositiveSmallIntegerField(_("focal point, from above"), default=50, validators=PERCENT)

    class Meta:
        abstract = True
