"""Where the uploads go back to: a folder is exchanged whole; another storage is given what it lacks."""

import os
import shutil
from contextlib import contextmanager, nullcontext
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryDirectory

from django.conf import settings
from django.core.files.base import File
from django.core.files.storage import default_storage

from newsroom.backups.on_disk import aside_now, move_aside, write
from newsroom.backups.parcel import BLOCK, UPLOADS, unwrap


def uploads_place():
    try:
        return UploadsFolder(Path(default_storage.path("")))
    except NotImplementedError:
        return UploadsElsewhere()


class UploadsFolder:
    def __init__(self, path: Path):
        self.path = path

    @contextmanager
    def staging(self):
        """On the same disk."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix="restoring-", dir=self.path.parent) as folder:
            staged = Path(folder) / UPLOADS
            staged.mkdir()
            yield staged

    def take(self, staged, name, file):
        write(staged / name, file)
        (staged / name).chmod(settings.FILE_UPLOAD_PERMISSIONS)

    def bring(self, path, staged):
        """They are here."""

    def put_in_place(self, staged):
        aside = move_aside(self.path)
        shutil.move(staged, self.path)
        return aside


class UploadsElsewhere:
    """Names there are given once: what lies there under a name of the backup is nearly always the same file."""

    def __init__(self):
        self.aside = aside_now()
        self.has_aside = False

    def staging(self):
        return nullcontext()

    def take(self, staged, name, file):
        """The first time it is only proved."""

    def bring(self, path, staged):
        """All parts are proved by now: read once more, and brought. Nothing there is deleted."""
        unwrap(path, self.take_back)

    def take_back(self, part, file, size):
        if not part.startswith(f"{UPLOADS}/"):
            return
        name = part.removeprefix(f"{UPLOADS}/")
        with NamedTemporaryFile(prefix="restoring-") as kept:
            shutil.copyfileobj(file, kept, BLOCK)
            kept.seek(0)
            if default_storage.exists(name):
                if is_same(name, kept, size):
                    return
                self.put_aside(name)
            kept.seek(0)
            default_storage.save(name, File(kept, name=os.path.basename(name)))

    def put_aside(self, name):
        with default_storage.open(name) as former:
            default_storage.save(f"{self.aside}/{name}", former)
        default_storage.delete(name)
        self.has_aside = True

    def put_in_place(self, staged):
        return self.aside if self.has_aside else None


def is_same(name, file, size):
    if default_storage.size(name) != size:
        return False
    with default_storage.open(name) as other:
        return all(block == other.read(len(block)) for block in iter(lambda: file.read(BLOCK), b""))
