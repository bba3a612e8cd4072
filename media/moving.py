"""Public files get another address: whoever kept the old one finds nothing there."""

import logging
from contextlib import suppress
from functools import partial

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from media.darkroom import public_path, store
from media.keeping import keep_on_commit

logger = logging.getLogger(__name__)


def move_public_files(names, *, before, after, change=None, is_urgent=False):
    """Copies the files from one key to another. The old ones go when the transaction commits, the new ones if not.

    A file that is lost is logged and left out. One that will not be copied raises OSError, so that all stays as it
    was; where the old address has to die whatever the storage says (is_urgent) it is logged too, and this is False.
    change: gives a file's new bytes for its name and its old ones.
    """
    old = [public_path(before, name) for name in names]
    new = [public_path(after, name) for name in names]
    keep_on_commit(new, old)
    is_whole = True
    for name, source, target in zip(names, old, new, strict=True):
        try:
            _copy(source, target, change and partial(change, name))
        except FileNotFoundError as error:
            logger.warning("could not move %s: %s", source, error)
        except OSError as error:
            if not is_urgent:
                raise
            logger.warning("could not move %s: %s", source, error)
            is_whole = False
    return is_whole


def _copy(source, target, change):
    """Whole or not at all."""
    with default_storage.open(source) as file:
        try:
            store(target, ContentFile(change(file.read())) if change else file)
        except OSError:
            with suppress(OSError):
                default_storage.delete(target)
            raise
