"""
What is done with the whole newsroom by commands on the server: in the audit log, like what colleagues do. By nobody,
since the server has accounts of its own. A database that takes no note keeps nobody from it.
"""

from contextlib import suppress

import django.db
from django.db import transaction

from desk.models import AuditEntry, Paper


def note(verb, place):
    """place: the file or folder, of which the log keeps the name alone."""
    with suppress(django.db.Error), transaction.atomic():
        AuditEntry.note(verb=verb, record=Paper.current(), words=place.name)
