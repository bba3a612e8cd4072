import secrets

from django.conf import settings
from django.db import models, transaction
from django.db.models.signals import post_delete
from django.dispatch import receiver
from django.utils.translation import gettext_lazy as _

from bylines.printing import print_photo_credit
from media.darkroom import SUFFIXES, public_path, take_in
from media.doubts import doubts_about
from media.finishing import finish_later, lay_down_later
from media.focusing import renew_crops
from media.keeping import delete_on_commit
from media.labels import renew_label
from media.models.described import Described
from media.models.focus import Focused
from media.models.renditions import Served
from media.models.rights import Licensed, Rights
from media.moving import move_public_files


def new_key():
    """The random part of a public address: whoever does not know it cannot guess it."""
    return secrets.token_urlsafe(12)


def original_path(photo, filename):
    """Private: no address leads to originals, which keep all that the camera wrote into them."""
    return f"originals/{photo.key[:2]}/{photo.key}/{filename}"


class Photo(Served, Described, Licensed, Focused):
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
        permissions = [
            ("change_others_photo", _("Can change the photos of others")),
            ("download_original_photo", _("Can download the originals of photos")),
        ]
        indexes = [
            models.Index(fields=["original"], name="media_photo_original"),
            # Of which days: where nobody knows when a picture was taken, by when it was uploaded.
            models.Index(fields=["taken_at", "uploaded_at"], name="media_photo_days"),
            models.Index(fields=["expires_at"], name="media_photo_expires", condition=~models.Q(expires_at=None)),
        ]
        constraints = [
            models.CheckConstraint(condition=models.Q(rights__in=Rights.values), name="media_photo_rights_known"),
            models.CheckConstraint(
                condition=models.Q(embargo_until=None)
                | models.Q(expires_at=None)
                | models.Q(embargo_until__lt=models.F("expires_at")),
                name="media_photo_embargo_before_expiry",
                violation_error_message=_("The embargo ends after the photo has expired."),
            ),
            models.CheckConstraint(
                condition=models.Q(focus_x__lte=100, focus_y__lte=100), name="media_photo_focus_inside"
            ),
        ]

    def __str__(self):
        return self.caption[:40] or self.filename or f"{self._meta.verbose_name} {self.pk}"

    @property
    def printed_credit(self):
        """通讯员马敏 摄. No query where bylines are prefetched."""
        return print_photo_credit(self.bylines.all())

    @property
    def doubts(self):
        """Sentences: what of the words in the file wants a look. No query where bylines are prefetched."""
        return doubts_about(self)

    @property
    def stored_files(self):
        """Names in the storage: the original and all that is public."""
        return [self.original.name, *self.public_files] if self.original else self.public_files

    @property
    def public_files(self):
        return [public_path(self.key, rendition["name"]) for rendition in self.renditions]

    def may_be_changed_by(self, user):
        if not user.has_perm("media.change_photo"):
            return False
        return self.uploaded_by_id == user.pk or user.has_perm("media.change_others_photo")

    def take_in(self, file, prints=None, by=None):
        """Makes the file this photo's picture, with its renditions, under a new key, and saves the photo.

        What nobody has typed or credited yet is taken from the file. All or nothing; the renditions of a picture that
        it replaces go when the transaction commits, its original stays. Raises PictureRefused.
        """
        take_in(photo=self, file=file, prints=prints, by=by)

    take_in.alters_data = True

    def renew_label(self):
        """Its public files say who is credited now; under new addresses, where they said something else before."""
        renew_label(self)

    renew_label.alters_data = True

    def renew_crops(self):
        """Its cut-outs are those around its focal point."""
        renew_crops(self)

    renew_crops.alters_data = True

    def finish_later(self):
        """The worker makes what nobody waits for."""
        finish_later(self)

    finish_later.alters_data = True

    @transaction.atomic
    def change_address(self):
        """Whoever kept the old addresses of its renditions finds nothing there."""
        # As they stand now: the worker may have added files since this photo was read.
        self.refresh_from_db(fields=["key", "renditions"], from_queryset=type(self).objects.select_for_update())
        self.take_new_key()

    change_address.alters_data = True

    def take_new_key(self, change=None):
        """
        For whoever holds the row already. change: of a file's name and bytes; then it may raise OSError. Else the old
        address dies whatever the storage says, and the worker makes anew what could not be moved.
        """
        after, names = new_key(), [size["name"] for size in self.renditions]
        is_urgent = change is None
        is_whole = move_public_files(names, before=self.key, after=after, change=change, is_urgent=is_urgent)
        self.key = after
        self.save(update_fields=["key"])
        if not is_whole and self.original:
            lay_down_later(self, under=new_key())

    take_new_key.alters_data = True

    def drop_avifs(self):
        """Their XMP cannot be set in without moving the pixels: where it changes, the worker makes them anew."""
        outdated = [size["name"] for size in self.renditions if size["format"] == "avif"]
        self.renditions = [size for size in self.renditions if size["name"] not in outdated]
        delete_on_commit([public_path(self.key, name) for name in outdated])

    drop_avifs.alters_data = True

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
