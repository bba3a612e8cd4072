"""On which a database gives way to one from a backup, whichever database it is."""

from django.utils.translation import gettext as _

from newsroom.backups import BackupError


def demand_same(found, expected):
    """Both: {table: [rows, checksum]}"""
    if wrong := sorted(name for name in expected if found.get(name) != expected[name]):
        told = _("The database in this backup is not what was written (%(tables)s). Nothing was changed.")
        raise BackupError(told % {"tables": ", ".join(wrong[:5])})


def in_use():
    return _(
        "The database is in use. Stop the web server and the worker first (Ctrl-C where make demo runs). "
        "Nothing was changed."
    )
