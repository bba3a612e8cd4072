"""What is written to a disk, and what has to make room for it there."""

import shutil
from pathlib import Path

from django.utils import timezone

from newsroom.backups.parcel import BLOCK


def write(target: Path, file):
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as written:
        shutil.copyfileobj(file, written, BLOCK)


def aside_now():
    """What a folder is called that keeps a former state."""
    return f"replaced-{timezone.localtime():%Y%m%d-%H%M%S}"


def move_aside(path: Path):
    """Into such a folder beside it, which is returned; None where nothing was there."""
    if not path.exists():
        return None
    aside = path.parent / aside_now()
    aside.mkdir(exist_ok=True)
    shutil.move(path, aside / path.name)
    return aside
