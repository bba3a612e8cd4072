"""
Who keeps files in the storage, and where. An app adds its own in AppConfig.ready(); whatever lies in a keeper's folder
and no keeper knows is an orphan (`media/orphans.py`). Folders without a keeper are nobody's business here.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from django.core.files.storage import default_storage
from django.db import models
from django.utils import timezone


class Keeper(NamedTuple):
    folder: str
    # Of these names in the storage, those that a row remembers.
    kept: Callable[[list[str]], Iterable[str]]
    # (the row, a name) for all that rows remember: those files must be there. Asked with the alias of a database.
    remembered: Callable[..., Iterable[tuple[models.Model, str]]] = lambda using=None: ()


KEEPERS: list[Keeper] = []


def kept_in_field(rows, field):
    """A keeper's two answers for a FileField."""

    def kept(names):
        return rows().filter(**{f"{field}__in": names}).values_list(field, flat=True)

    def remembered(using=None):
        found = rows().using(using).exclude(**{field: ""}).iterator()
        return ((row, getattr(row, field).name) for row in found)

    return kept, remembered


def kept_under_key(rows, paths_of):
    """The same for files in a folder that has a row's random key as its name, and moves when the key changes."""

    def kept(names):
        keys = {name.split("/")[-2] for name in names}
        return (path for row in rows().filter(key__in=keys) for path in paths_of(row))

    def remembered(using=None):
        return ((row, path) for row in rows().using(using).iterator() for path in paths_of(row))

    return kept, remembered


def kept_for(time):
    """The first answer for files that no row remembers, which go when this time is over."""
    return lambda names: [name for name in names if default_storage.get_modified_time(name) > timezone.now() - time]
