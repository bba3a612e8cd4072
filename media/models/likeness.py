from django.db import models


class Likeness(models.Model):
    """
    A photo's perceptual hash, 64 bits in four columns of 16: of two hashes that differ in at most seven bits, one
    column differs in at most one, and that is found by an index.
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
