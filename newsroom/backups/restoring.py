"""Puts a backup in the place of what is there, which is kept aside. Nothing is moved before all is proved."""

from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.utils.translation import gettext as _

from newsroom.backups import BackupError
from newsroom.backups.former import is_former, unpack_former
from newsroom.backups.on_disk import write
from newsroom.backups.parcel import UPLOADS, read_head, unwrap
from newsroom.backups.places import uploads_place
from newsroom.backups.room import demand_room
from newsroom.backups.versions import demand_ours
from newsroom.backups.writing import database


def restore(path: Path):
    """Returns where the former state is kept: folders, a database; nothing where there was none."""
    here, files = database(), uploads_place()
    with TemporaryDirectory(prefix="restoring-", dir=folder_for(here)) as folder, files.staging() as staged:
        tables = unpacked(path, here, Path(folder), files, staged)
        here.demand_free()
        files.bring(path, staged)
        aside = [here.put_in_place(Path(folder), tables), files.put_in_place(staged)]
    return list(dict.fromkeys(str(one) for one in aside if one))


def folder_for(here):
    folder = here.place() or settings.VAR_DIR
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def unpacked(path, here, folder, files, staged):
    """Rows and checksums as they were written; None in a backup of an older version, which tells none."""
    if is_former(path):
        return unpack_former(path, here, folder, files, staged)
    head = read_head(path)
    demand_ours(head, here)
    demand_room_for(path, head, folder)

    def take(name, file, _size):
        if name == here.part:
            write(folder / name, file)
        elif name.startswith(f"{UPLOADS}/"):
            files.take(staged, name.removeprefix(f"{UPLOADS}/"), file)

    tables = unwrap(path, take)["tables"]
    if not (folder / here.part).exists():
        raise BackupError(_("There is no database in this backup. Nothing was changed."))
    return tables


def demand_room_for(path, head, folder):
    needed = path.stat().st_size + 2 * head["database_size"]
    told = _("No room to restore in %(folder)s: about %(needed).1f GB are needed, %(free).1f GB are free.")
    demand_room(folder.parent, needed, told)
