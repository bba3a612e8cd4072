"""When a backup was written and proved, for the system page. A database that takes no note keeps nobody from it."""

from contextlib import suppress
from datetime import UTC, datetime
from typing import NamedTuple

import django.db
from django.conf import settings
from django.db import transaction

from desk.models import LastRun
from newsroom.backups.rotation import NAME

BACKUP, VERIFIED = "backup", "backup verified"


class Newest(NamedTuple):
    name: str
    at: datetime
    size: int


def note(what, path, *, went_well=True):
    with suppress(django.db.Error), transaction.atomic():
        LastRun.note(what, went_well=went_well, number=path.stat().st_size, words=path.name)


def newest_backup():
    """Of those in the usual folder; None where there is none, or they lie elsewhere."""
    folder = settings.VAR_DIR / "backups"
    found = [path for path in folder.iterdir() if NAME.fullmatch(path.name)] if folder.is_dir() else []
    if not found:
        return None
    path = max(found)
    facts = path.stat()
    return Newest(path.name, datetime.fromtimestamp(facts.st_mtime, UTC), facts.st_size)
