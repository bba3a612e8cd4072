"""Files that live and die with a database transaction. All goes through Django's storage, so that S3 is a setting."""

import logging
import shutil
import weakref
from math import inf
from pathlib import Path

from django.core.files.storage import default_storage
from django.db import transaction

logger = logging.getLogger(__name__)


def keep_on_commit(written, outdated=()):
    """`written` files stay if the transaction commits and go if it does not; `outdated` ones the other way round."""
    transaction.on_commit(_Keeping(written, outdated), robust=True)


def delete_on_commit(names):
    keep_on_commit([], names)


class _Keeping:
    """Django has no hook for a rollback, but it lets go of its commit hooks then, and that is heard here.

    So a save inside somebody else's transaction cleans up as well, and so does a process that ends in the middle.
    """

    def __init__(self, written, outdated):
        self.outdated = outdated
        self.undo = weakref.finalize(self, delete_files, written)

    def __call__(self):
        self.undo.detach()
        delete_files(self.outdated)


def delete_files(names):
    """Deletes what is there, then the folders left empty. A file that resists is logged: the others still go."""
    for name in names:
        try_to_delete(name)
    for folder in sorted({name.rpartition("/")[0] for name in names}):
        if is_empty(folder):
            try_to_delete(folder)


def try_to_delete(name):
    try:
        default_storage.delete(name)
    except Exception as error:  # every storage has errors of its own
        logger.warning("could not delete %s: %s", name, error)


def is_empty(folder):
    """Others may keep files in it; and a storage without folders has none to delete."""
    try:
        return folder != "" and not any(default_storage.listdir(folder))
    except FileNotFoundError:
        return False
    except Exception as error:  # every storage has errors of its own
        logger.warning("could not look into %s: %s", folder, error)
        return False


def free_space():
    """Bytes on the disk that keeps the files; a storage elsewhere has no end that we know."""
    try:
        home = Path(default_storage.path(""))
    except NotImplementedError:
        return inf
    # Nothing may have been kept yet: the folder is made with its first file.
    return shutil.disk_usage(next(one for one in (home, *home.parents) if one.exists())).free


def files_below(folder):
    """Names of all files in it and in its folders; none where there is no such folder."""
    try:
        folders, files = default_storage.listdir(folder)
    except FileNotFoundError:
        return
    yield from (f"{folder}/{name}" for name in files)
    for name in folders:
        yield from files_below(f"{folder}/{name}")
