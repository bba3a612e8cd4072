import secrets

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


def new_key():
    """The random part of a public address: whoever does not know it cannot guess it."""
    return secrets.token_urlsafe(12)


def original_path(photo, filename):
    return f"originals/{photo.key[:2]}/{photo.key}/{filename}"


class PhotoQuerySet(models.QuerySet):
    def unused(self):
        return self.filter(illustrations=None)


class Photo(models.Model):
    caption = models.TextField(_("caption"), blank=True, help_text=_("What the picture shows, who and where."))
    original = models.FileField(_("picture"), upload_to=original_path, max_length=200)
    key = models.CharField(max_length=32, unique=True, default=new_key, editable=False)
    width = models.PositiveIntegerField(_("width"), default=0, editable=False)
    height = models.PositiveIntegerField(_("height"), default=0, editable=False)
    format = models.CharField(_("format"), max_length=10, blank=True, editable=False)
    content_hash = models.CharField(_("content hash"), max_length=64, db_index=True, blank=True, editable=False)
    # [{"name": "640.webp", "format": "webp", "width": 640, "height": 427, "bytes": 34012}], smallest first. A list and
    # not rows: a story page reads its pictures and their sizes in one query.
    renditions = models.JSONField(_("renditions"), default=list, editable=False)
    taken_at = models.DateTimeField(_("taken"), null=True, blank=True)
    region = models.ForeignKey(
        "regions.Region", verbose_name=_("place"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("uploaded by"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    uploaded_at = models.DateTimeField(_("uploaded"), auto_now_add=True)

    objects = PhotoQuerySet.as_manager()

    class Meta:
        verbose_name = _("photo")
        verbose_name_plural = _("photos")
        ordering = ["-id"]

    def __str__(self):
        return self.caption[:40] or self.original.name.rpartition("/")[2]
