"""Proves a backup: restores it into an empty place, and compares. Nothing that is at work is touched."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from django.conf import settings
from django.utils.translation import gettext as _

from media.keepers import KEEPERS
from newsroom.backups.on_disk import write
from newsroom.backups.parcel import UPLOADS, read_head, unwrap
from newsroom.backups.register import Register
from newsroom.backups.uploads import SHOWN
from newsroom.backups.versions import demand_ours, is_current
from newsroom.backups.writing import database


class Verified(NamedTuple):
    tables: int
    rows: int
    uploads: int
    differences: list  # sentences


def verify_backup(path: Path):
    """Raises BackupError where it cannot even be restored."""
    here = database()
    head = read_head(path)
    demand_ours(head, here)
    settings.VAR_DIR.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=settings.VAR_DIR, prefix="verifying-") as folder, Register() as register:
        packed = Path(folder) / here.part
        seal = unwrap(path, keeping(packed, register))
        with here.restored(Path(folder)) as (alias, sums):
            differences = list(between(seal["tables"], sums))
            if is_current(head):  # of older tables this program cannot ask for files
                differences += without_files(alias, register, seal["lost"])
        uploads = len(register)
    if uploads != seal["uploads"]:
        words = {"found": uploads, "told": seal["uploads"]}
        differences.append(_("There are %(found)d uploads; there should be %(told)d.") % words)
    return Verified(len(sums), sum(rows for rows, _sum in sums.values()), uploads, differences)


def keeping(packed: Path, register):
    """The database is unpacked; of uploads their names are noted while their checksums are made."""

    def take(name, file, size):
        if name == packed.name:
            write(packed, file)
        elif name.startswith(f"{UPLOADS}/"):
            register.enter(name.removeprefix(f"{UPLOADS}/"))

    return take


def between(told, found):
    """A sentence for each table that differs."""
    for table in sorted(told.keys() | found.keys()):
        before, after = told.get(table), found.get(table)
        if before is None or after is None:
            yield _("Table %(table)s is not in both.") % {"table": table}
        elif before[0] != after[0]:
            words = {"table": table, "before": before[0], "after": after[0]}
            yield _("Table %(table)s: %(before)d rows were written, %(after)d came back.") % words
        elif before != after:
            yield _("Table %(table)s: the checksum differs.") % {"table": table}


def without_files(alias, register, lost):
    """Records whose files are not in the backup, beyond those that had been lost before."""
    count, first = 0, []
    for row, name in ((row, name) for keeper in KEEPERS for row, name in keeper.remembered(alias)):
        if name not in register:
            count, first = count + 1, [*first, (row, name)][:SHOWN]
    if count > lost:
        for row, name in first:
            words = {"kind": row._meta.verbose_name, "number": row.pk, "file": name}
            yield _("%(kind)s %(number)s: its file %(file)s is not in the backup.") % words
