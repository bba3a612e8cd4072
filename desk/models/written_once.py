"""What somebody has said stays said: such a row is added, and never changed or deleted."""

from django.db import models


class WrittenOnceQuerySet(models.QuerySet):
    def update(self, **fields):
        raise TypeError(f"{self.model.__name__}: no row is ever changed.")

    def delete(self):
        raise TypeError(f"{self.model.__name__}: no row is ever deleted.")


class WrittenOnce(models.Model):
    objects = WrittenOnceQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise TypeError(f"{type(self).__name__}: no row is ever changed.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise TypeError(f"{type(self).__name__}: no row is ever deleted.")
