"""Where a handover lies: a folder, or one zip (for archives of up to some ten thousand files: a zip lists them all)."""

import hashlib
import shutil
import zipfile
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO

from django.utils.translation import gettext as _

from newsroom.handover import HandoverError

BLOCK = 1024 * 1024
SUFFIX = ".zip"


class Sealed:
    """A file that is being written, and what it comes to."""

    def __init__(self, file: IO[bytes]):
        self.file, self.size, self.digest = file, 0, hashlib.sha256()

    def write(self, block):
        self.file.write(block)
        self.digest.update(block)
        self.size += len(block)

    @property
    def seal(self):
        return {"size": self.size, "sha256": self.digest.hexdigest()}


class NewFolder:
    def __init__(self, path: Path):
        self.path = path
        self.unfinished = path.with_name(path.name + ".part")
        shutil.rmtree(self.unfinished, ignore_errors=True)
        self.unfinished.mkdir(parents=True, mode=0o700)

    @contextmanager
    def writing(self, name):
        target = self.unfinished / name
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("wb") as file:
            yield Sealed(file)

    def has(self, name):
        return (self.unfinished / name).exists()

    def finish(self):
        self.unfinished.rename(self.path)

    def give_up(self):
        shutil.rmtree(self.unfinished, ignore_errors=True)


class NewZip:
    def __init__(self, path: Path):
        self.path = path
        self.unfinished = path.with_name(path.name + ".part")
        path.parent.mkdir(parents=True, exist_ok=True)
        self.archive = zipfile.ZipFile(self.unfinished, "w")
        self.unfinished.chmod(0o600)

    @contextmanager
    def writing(self, name):
        # With the same moment always: the same paper gives the same bytes.
        entry = zipfile.ZipInfo(name)
        entry.compress_type = zipfile.ZIP_DEFLATED if name.endswith((".jsonl", ".json")) else zipfile.ZIP_STORED
        with self.archive.open(entry, "w", force_zip64=True) as file:
            yield Sealed(file)

    def has(self, name):
        return name in self.archive.NameToInfo

    def finish(self):
        self.archive.close()
        self.unfinished.replace(self.path)

    def give_up(self):
        self.archive.close()
        self.unfinished.unlink(missing_ok=True)


@contextmanager
def new_place(path: Path):
    """Nothing has that name before all of it is there."""
    if path.exists():
        raise HandoverError(_("%(file)s is there already: name a new one.") % {"file": path})
    place = NewZip(path) if path.suffix == SUFFIX else NewFolder(path)
    try:
        yield place
        place.finish()
    except BaseException:
        place.give_up()
        raise


class Folder:
    def __init__(self, path: Path):
        self.path = path

    def open(self, name) -> IO[bytes]:
        return (self.path / name).open("rb")

    def close(self):
        pass


class Zip:
    def __init__(self, path: Path):
        self.archive = zipfile.ZipFile(path)

    def open(self, name) -> IO[bytes]:
        try:
            return self.archive.open(name)
        except KeyError as problem:
            raise FileNotFoundError(name) from problem

    def close(self):
        self.archive.close()


@contextmanager
def place_at(path: Path):
    if not path.exists():
        raise HandoverError(_("There is no file %(file)s.") % {"file": path})
    try:
        place = Folder(path) if path.is_dir() else Zip(path)
    except zipfile.BadZipFile as problem:
        told = _("%(file)s is damaged or is no export of a newsroom (%(problem)s).")
        raise HandoverError(told % {"file": path, "problem": problem}) from problem
    try:
        yield place
    finally:
        place.close()


def leads_out(name):
    parts = PurePosixPath(name).parts
    return not parts or PurePosixPath(name).is_absolute() or ".." in parts or "\\" in name or "\0" in name


def blocks_of(file):
    while block := file.read(BLOCK):
        yield block


def seal_of(file):
    """As Sealed says it."""
    size, digest = 0, hashlib.sha256()
    for block in blocks_of(file):
        size += len(block)
        digest.update(block)
    return {"size": size, "sha256": digest.hexdigest()}
