"""Whom /files/<key>/<name> may serve what: files that a row remembers, and none that was only left lying there."""

from collections.abc import Callable
from typing import NamedTuple

from media.darkroom import public_path
from media.keepers import Keeper, kept_under_key
from media.models import Photo

OF_PHOTOS = Keeper(
    "files", *kept_under_key(Photo.objects.only("key", "renditions").all, lambda photo: photo.public_files)
)


class PublicFile(NamedTuple):
    is_remembered: bool
    is_closed: bool  # to readers, now
    seen_with: str  # the right by which the desk sees it all the same


# What lies under the keys of others (pages): called with the key and the name; None where the key is none of theirs.
# Entered in AppConfig.ready().
OTHERS: list[Callable[[str, str], PublicFile | None]] = []


def file_under(key, name, photo):
    """photo: whose key it is, if there is one. None where the key is nobody's."""
    if photo:
        is_remembered = public_path(key, name) in photo.public_files
        return PublicFile(is_remembered, photo.why_closed() != "", "media.view_photo")
    return next((found for find in OTHERS if (found := find(key, name))), None)
