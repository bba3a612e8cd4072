"""A photo developed from its original, which lies there already."""

from contextlib import contextmanager

from django.core.files.storage import default_storage
from django.db import transaction

from media.imaging.developing import develop


@contextmanager
def developed(photo):
    """
    (the photo as it is now, held until what is done within is kept; its prints). None for one that is gone, or whose
    original is another one by now. Raises OSError, PictureRefused.
    """
    with default_storage.open(photo.original.name) as file:
        prints = develop(file, photo.filename)
    with transaction.atomic():
        yield type(photo).objects.select_for_update().filter(pk=photo.pk, original=photo.original.name).first(), prints
