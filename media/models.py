import secrets

from django.conf import settings
from django.db import models
from django.db.models.signals import post_delete
from django.dispatch import receiver
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bylines.printing import print_photo_credit
from media.darkroom import SUFFIXES, public_path, take_in
from media.keeping import delete_on_commit
from media.moving import move_public_files


def new_key():
    """The random part of a public address: whoever does not know it cannot guess it."""
    return secrets.token_urlsafe(12)


def original_path(photo, filename):
    """Private: no address leads to originals, which keep all that the camera wrote into them."""
    return f"originals/{photo.key[:2]}/{photo.key}/{filename}"


class Photo(models.Model):
    caption = models.TextField(_("caption"), blank=True, help_text=_("What the picture shows, who and where."))
    original = models.FileField(_("picture"), upload_to=original_path, max_length=200, editable=False)
    filename = models.CharField(_("file name"), max_length=200, blank=True, editable=False)
    key = models.CharField(max_length=32, unique=True, default=new_key, editable=False)
    # Of the picture as the reader sees it, after its EXIF orientation is applied.
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

    class Meta:
        verbose_name = _("photo")
        verbose_name_plural = _("photos")
        ordering = ["-id"]
        permissions = [("change_others_photo", _("Can change the photos of others"))]

    def __str__(self):
        return self.caption[:40] or self.filename or f"{self._meta.verbose_name} {self.pk}"

    def renditions_as(self, format):
        """Smallest first."""
        return [rendition for rendition in self.renditions if rendition["format"] == format]

    def rendition_url(self, name):
        return reverse("public_file", args=[self.key, name])

    def srcset(self, format):
        sizes = self.renditions_as(format)
        return ", ".join(f"{self.rendition_url(size['name'])} {size['width']}w" for size in sizes)

    @property
    def sources(self):
        """(content type, srcset) for <source>, the formats that shrink a picture most first; JPEG is for <img>."""
        formats = [format for format in ("avif", "webp") if self.renditions_as(format)]
        return [(f"image/{format}", self.srcset(format)) for format in formats]

    @property
    def jpeg_srcset(self):
        return self.srcset("jpeg")

    @property
    def largest(self):
        """The largest JPEG with its address, for <img>, feeds and social networks; None before it is developed."""
        sizes = self.renditions_as("jpeg")
        return {**sizes[-1], "url": self.rendition_url(sizes[-1]["name"])} if sizes else None

    @property
    def thumbnail(self):
        sizes = self.renditions_as("webp")
        return {**sizes[0], "url": self.rendition_url(sizes[0]["name"])} if sizes else None

    @property
    def thumbnail_url(self):
        return self.thumbnail["url"] if self.thumbnail else ""

    @property
    def is_upright(self):
        return self.height > self.width

    @property
    def megapixels(self):
        return round(self.width * self.height / 1_000_000, 1)

    @property
    def printed_credit(self):
        """通讯员马敏 摄. No query where bylines are prefetched."""
        return print_photo_credit(self.bylines.all())

    @property
    def stored_files(self):
        """Names in the storage: the original and all that is public."""
        public = [public_path(self.key, rendition["name"]) for rendition in self.renditions]
        return [self.original.name, *public] if self.original else public

    def may_be_changed_by(self, user):
        if not user.has_perm("media.change_photo"):
            return False
        return self.uploaded_by_id == user.pk or user.has_perm("media.change_others_photo")

    def take_in(self, file, prints=None):
        """Makes the file this photo's picture, with its renditions, under a new key, and saves the photo.

        All or nothing; a picture that it replaces goes when the transaction commits. Raises PictureRefused.
        """
        take_in(photo=self, file=file, prints=prints)

    take_in.alters_data = True

    def change_address(self):
        """Whoever kept the old addresses of its renditions finds nothing there."""
        before, self.key = self.key, new_key()
        move_public_files([size["name"] for size in self.renditions], before=before, after=self.key)
        self.save(update_fields=["key"])

    change_address.alters_data = True

    def describe(self, prints, filename):
        """What is known of a developed picture; a new key, since nothing public may change under an old one."""
        self.key = new_key()
        self.original = original_path(self, f"original.{SUFFIXES[prints.format]}")
        self.filename = filename
        self.width, self.height = prints.width, prints.height
        self.format, self.content_hash = prints.format, prints.content_hash
        self.renditions = [rendition.record for rendition in prints.renditions]

    describe.alters_data = True


@receiver(post_delete, sender=Photo)
def delete_its_files(instance, **kwargs):
    """However the row goes, alone or with many others, its files go with it."""
    delete_on_commit(instance.stored_files)
