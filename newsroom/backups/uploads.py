"""
The files of the storage, whichever it is. All that lie there are copied first, which may take hours. Then the moment of
the database is chosen, and what its records name is looked up once more: what came meanwhile is added, and what went
meanwhile makes it choose another moment. So no record is in the backup without its file.
"""

from contextlib import suppress

from django.core.files.storage import default_storage

from desk.batches import in_batches
from media.keepers import KEEPERS
from newsroom.backups.parcel import UPLOADS

AT_ONCE = 500
SHOWN = 5


class MovedError(Exception):
    """A record of that moment names a file that has gone since."""


def all_names(folder=""):
    """Of the storage, folder by folder."""
    try:
        folders, files = default_storage.listdir(folder)
    except FileNotFoundError:
        return
    inside = f"{folder}/" if folder else ""
    yield from (f"{inside}{name}" for name in sorted(files))
    for name in sorted(folders):
        yield from all_names(f"{inside}{name}")


def size_of_all():
    """Bytes; None where that would take a question for each file."""
    try:
        default_storage.path("")
    except NotImplementedError:
        return None
    total = 0
    for name in all_names():
        with suppress(FileNotFoundError):
            total += default_storage.size(name)
    return total


def put_all(parcel, register):
    for name in all_names():
        put(parcel, register, name)


def put(parcel, register, name):
    """False where it has gone."""
    try:
        file = default_storage.open(name)
    except FileNotFoundError:
        return False
    with file:
        parcel.put(f"{UPLOADS}/{name}", file, file.size)
    register.enter(name)
    return True


def put_missing(parcel, register, alias):
    """
    What records of that moment name and is not in yet. Returns how many are lost for good, since the records of today
    name them too, and the first of them. Raises MovedError for one that has another name today.
    """
    count, first = 0, []
    for keeper in KEEPERS:
        names = (name for _row, name in keeper.remembered(alias) if name not in register)
        gone = (name for name in names if not put(parcel, register, name))
        for batch in in_batches(gone, AT_ONCE):
            still = set(keeper.kept(batch))
            if moved := [name for name in batch if name not in still]:
                raise MovedError(moved[0])
            count, first = count + len(batch), [*first, *batch][:SHOWN]
    return count, first
