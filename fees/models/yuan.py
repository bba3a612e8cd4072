"""The column of an amount."""

from django.core.validators import MinValueValidator
from django.db import models

MOST_DIGITS = 12


class YuanField(models.DecimalField):
    """Yuan to the 分."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"max_digits": MOST_DIGITS, "decimal_places": 2, **kwargs})

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.DecimalField", args, kwargs


NOT_BELOW_NOTHING = [MinValueValidator(0)]
