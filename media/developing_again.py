"""Renditions made anew from the original, where files were lost or a disk was broken."""

from django.core.files.storage import default_storage

from media.darkroom import lay_down
from media.from_original import developed
from media.models import Photo, new_key


def lost_files(photo):
    return [name for name in photo.public_files if not default_storage.exists(name)]


def with_lost_files(photos=None):
    """(photo, names) of those whose public files are not all there, or were never made."""
    rows = Photo.objects.exclude(original="") if photos is None else photos
    found = ((photo, lost_files(photo)) for photo in rows.order_by("pk").iterator())
    return ((photo, names) for photo, names in found if names or not photo.renditions)


def develop_again(photo):
    """
    Under a new address, but for one that had none before. False where another picture came meanwhile. Raises OSError,
    PictureRefused.
    """
    with developed(photo) as (now, prints):
        if now is None:
            return False
        outdated, now.key = now.public_files, new_key() if now.renditions else now.key
        lay_down(now, prints.cropped(now.focus), outdated)
        now.save(update_fields=["key"])
        now.finish_later()
    return True
