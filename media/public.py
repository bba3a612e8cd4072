"""Which files /files/<key>/<name> may serve: those that a row remembers, and none that was only left lying there."""

from media.keepers import KEEPERS, Keeper, kept_under_key
from media.models import Photo

FOLDER = "files"
OF_PHOTOS = Keeper(
    FOLDER, *kept_under_key(Photo.objects.only("key", "renditions").all, lambda photo: photo.public_files)
)


def is_remembered(path, photo):
    """photo: whose key is in the path, if there is one. Files of others (pages) are asked for by whoever keeps them."""
    if photo:
        return path in photo.public_files
    others = [keeper for keeper in KEEPERS if keeper.folder == FOLDER and keeper is not OF_PHOTOS]
    return any(path in keeper.kept([path]) for keeper in others)
