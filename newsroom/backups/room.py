"""Whether the disk has room for it."""

import shutil
from pathlib import Path

from newsroom.backups import BackupError

# Left free for those who go on working.
RESERVE = 200 * 2**20


def demand_room(folder: Path, needed, told):
    """needed: bytes. told: a sentence of the %(folder)s, of what is %(needed)f, and of what is %(free)f, both in GB."""
    needed += RESERVE
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise BackupError(told % {"folder": folder, "needed": needed / 1e9, "free": free / 1e9})
