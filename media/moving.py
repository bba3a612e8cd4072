"""Public files get another address: whoever kept the old one finds nothing there."""

import logging
from contextlib import suppress

from django.core.files.storage import default_storage

from media.darkroom import public_path, store
from media.keeping import keep_on_commit

logger = logging.getLogger(__name__)


def move_public_files(names, *, before, after):
    """Copies the files from one key to another. The old ones go when the transaction commits, the new ones if not.

    A file that is lost or will not be copied is logged and left out: a story must come off the net whatever its
    pictures' disk says.
    """
    old = [public_path(before, name) for name in names]
    new = [public_path(after, name) for name in names]
    keep_on_commit(new, old)
    for source, target in zip(old, new, strict=True):
        try:
            _copy(source, target)
        except OSError as error:
            logger.warning("could not move %s: %s", source, error)


def _copy(source, target):
    """Whole or not at all."""
    with default_storage.open(source) as file:
        try:
            store(target, file)
        except OSError:
            with suppress(OSError):
                default_storage.delete(target)
            raise
