"""Photos from before likenesses were remembered get theirs little by little, from their smallest rendition."""

import logging

from django.core.files.storage import default_storage

from media.darkroom import public_path
from media.imaging.likeness import NONE
from media.likeness import COLUMNS, columns
from media.models import Likeness, Photo

AT_ONCE = 500

logger = logging.getLogger(__name__)


def learn_likenesses():
    """A duty. Whoever has got another picture meanwhile has a likeness already, and keeps it."""
    unknown = Photo.objects.filter(likeness=None).exclude(original="").only("key", "renditions").order_by("pk")
    learned = [Likeness(photo=photo, **columns_of(photo)) for photo in unknown[:AT_ONCE]]
    Likeness.objects.bulk_create(learned, ignore_conflicts=True)


def columns_of(photo):
    smallest = next((size["name"] for size in photo.renditions if size["format"] == "jpeg"), "")
    try:
        with default_storage.open(public_path(photo.key, smallest)) as file:
            return columns(file.read())
    except OSError as error:
        # clear_orphans names the rows whose files are gone. Asked for again and again they would keep others waiting.
        logger.warning("photo %s has no small picture to compare: %s", photo.pk, error)
        return dict.fromkeys(COLUMNS, NONE)
