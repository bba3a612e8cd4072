"""
Files that no row remembers: a process was killed, or the power failed, between writing them and saving the row. And
rows whose files are gone. Any storage will do that lists its folders and knows how old its files are.
"""

from datetime import timedelta
from typing import NamedTuple

from django.core.files.storage import default_storage
from django.utils import timezone

from desk.batches import in_batches
from media.keepers import KEEPERS
from media.keeping import files_below

# What is younger may belong to an upload that goes on.
SAFE = timedelta(hours=1)
AT_ONCE = 500


class Orphan(NamedTuple):
    name: str
    size: int
    modified_at: object


def orphans(older_than=SAFE):
    """
    First the storage is asked and then the database: a file that is moved or saved meanwhile has a new name, and no
    name is used twice.
    """
    before = timezone.now() - older_than
    for folder in sorted({keeper.folder for keeper in KEEPERS}):
        for batch in in_batches(files_below(folder), AT_ONCE):
            yield from (orphan for name in unknown(batch, folder) if (orphan := looked_at(name, before)))


def unknown(names, folder):
    kept = {name for keeper in KEEPERS if keeper.folder == folder for name in keeper.kept(names)}
    return [name for name in names if name not in kept]


def looked_at(name, before):
    """None for what is too young, or went meanwhile."""
    try:
        modified_at = default_storage.get_modified_time(name)
        return Orphan(name, default_storage.size(name), modified_at) if modified_at < before else None
    except FileNotFoundError:
        return None


def missing():
    """(row, name) of files that are not there."""
    for keeper in KEEPERS:
        for row, name in keeper.remembered():
            if not default_storage.exists(name) and is_still_kept(keeper, name):
                yield row, name


def is_still_kept(keeper, name):
    """It may have got another address since the row was read."""
    return name in keeper.kept([name])


def broken_off(older_than=SAFE):
    """(name, what ends it) of files that never came whole; a folder has none."""
    find = getattr(default_storage, "broken_off", None)
    return find(timezone.now() - older_than) if find else ()
