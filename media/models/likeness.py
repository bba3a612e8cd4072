from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from media.imaging.likeness import whole


class Likeness(models.Model):
    """
    A photo's perceptual hash, 64 bits in four columns of 16: of two hashes that differ in at most seven bits, one
    column differs in at most one, and that is found by an index. All 0: the picture has nothing to be compared by.
    """

    photo = models.OneToOneField("media.Photo", on_delete=models.CASCADE, primary_key=True, related_name="likeness")
    first = models.PositiveIntegerField(db_index=True)
    second = models.PositiveIntegerField(db_index=True)
    third = models.PositiveIntegerField(db_index=True)
    fourth = models.PositiveIntegerField(db_index=True)

    class Meta:
        default_permissions = ()

    def __str__(self):
        return f"{self.first:04x}{self.second:04x}{self.third:04x}{self.fourth:04x}"

    @property
    def bits(self):
        return whole((self.first, self.second, self.third, self.fourth))


class KeptBoth(models.Model):
    """Somebody has looked at two photos that are alike and left both: nobody is asked again. The older one is first."""

    first = models.ForeignKey("media.Photo", on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey("media.Photo", on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("photos kept both")
        verbose_name_plural = _("photos kept both")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="media_kept_both_once"),
            models.CheckConstraint(condition=models.Q(first__lt=models.F("second")), name="media_kept_both_in_order"),
        ]

    def __str__(self):
        return f"{self.first_id} · {self.second_id}"
