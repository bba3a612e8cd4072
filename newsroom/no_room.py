"""What cannot be written, and why it is no mistake of the desk's: a disk is full, or the storage does not answer."""

import errno
import sqlite3

import django.db
from django.utils.translation import gettext_lazy as _

OF_THE_DISK = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EIO}
OF_SQLITE = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN}
OF_POSTGRESQL = "53"  # insufficient resources, 53100 among them: disk full

NO_STORAGE = _("The storage of pictures and files does not answer. Try again in a moment, or tell the technicians.")
NO_DISK = _("The server's disk is full or cannot be written. Tell the technicians, then save again.")


def why_unwritten(problem):
    """A sentence; None where it is something else."""
    if isinstance(problem, django.db.Error):
        return NO_DISK if is_full(problem.__cause__) else None
    if not isinstance(problem, OSError):
        return None
    if problem.errno in OF_THE_DISK:
        return NO_DISK
    return NO_STORAGE if getattr(problem, "is_of_the_storage", False) else None


def is_full(cause):
    if isinstance(cause, sqlite3.Error):
        return getattr(cause, "sqlite_errorcode", 0) & 0xFF in OF_SQLITE
    return str(getattr(cause, "sqlstate", None) or "").startswith(OF_POSTGRESQL)
