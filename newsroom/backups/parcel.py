"""
The file itself: a tar, written and read from its beginning to its end, however many uploads there are. The first part
says what it is, the last one seals it: without it, or with any other list of parts, it is broken.

    newsroom.json      format, database, moment, migrations
    uploads/…          files as they lie in the storage
    database.…         the copy of the database
    uploads/…          what came to the storage meanwhile
    parts.jsonl        name, size and SHA-256 of each part above, in this order
    seal.json          SHA-256 of parts.jsonl, rows and checksum of every table
"""

import io
import json
import tarfile
import time
import zlib
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path, PurePosixPath
from tempfile import TemporaryFile

from django.utils.translation import gettext as _

from newsroom.backups import BackupError

FORMAT = 2
HEAD, PARTS, SEAL = "newsroom.json", "parts.jsonl", "seal.json"
UPLOADS = "uploads"
BLOCK = 1024 * 1024
# What reading a broken file may raise.
BROKEN = (tarfile.TarError, zlib.error, EOFError, KeyError, ValueError, TypeError, RecursionError)


def listed(name, size, digest):
    return json.dumps({"name": name, "size": size, "sha256": digest}, ensure_ascii=False).encode() + b"\n"


class Wrapper:
    """Puts parts into a new file."""

    def __init__(self, path: Path, head: dict):
        self.tar = tarfile.open(path, "w", format=tarfile.PAX_FORMAT)  # noqa: SIM115 - closed by close()
        self.lines = TemporaryFile()  # noqa: SIM115
        self.put_bytes(HEAD, json.dumps({"format": FORMAT, **head}, ensure_ascii=False, indent=1).encode())

    def put(self, name, file, size):
        self.lines.write(listed(name, size, self.add(name, file, size)))

    def add(self, name, file, size):
        """Of exactly that size; a file that grows or shrinks meanwhile is none of ours, and an error."""
        reading = Counting(file, size)
        entry = tarfile.TarInfo(name)
        entry.size, entry.mtime, entry.mode = size, int(time.time()), 0o640
        self.tar.addfile(entry, reading)
        forget_members(self.tar)
        return reading.digest.hexdigest()

    def put_bytes(self, name, content):
        self.put(name, io.BytesIO(content), len(content))

    def seal(self, **said):
        size = self.lines.tell()
        self.lines.seek(0)
        said = {"parts": self.add(PARTS, self.lines, size), **said}
        content = json.dumps(said, ensure_ascii=False, indent=1).encode()
        self.add(SEAL, io.BytesIO(content), len(content))

    def close(self):
        self.tar.close()
        self.lines.close()


def forget_members(tar):
    """It would remember every one."""
    vars(tar)["members"].clear()


class Counting:
    """A file that remembers what was read of it."""

    def __init__(self, file, size):
        self.file, self.left, self.digest = file, size, sha256()

    def read(self, size=-1):
        block = self.file.read(min(size, self.left) if size >= 0 else self.left)
        self.left -= len(block)
        self.digest.update(block)
        return block


@contextmanager
def broken_is_said(path: Path):
    try:
        yield
    except FileNotFoundError as problem:
        raise BackupError(_("There is no file %(file)s.") % {"file": path}) from problem
    except BROKEN as problem:
        raise broken(path, problem) from problem


def broken(path, problem):
    return BackupError(
        _("%(file)s is damaged or is no backup of a newsroom (%(problem)s). Nothing was changed.")
        % {"file": path, "problem": problem}
    )


def read_head(path: Path):
    """What it is, before anything else is read of it."""
    with broken_is_said(path), tarfile.open(path, "r|") as tar:
        return json.loads(head_in(tar))


def head_in(tar):
    entry = tar.next()
    if entry is None or entry.name != HEAD:
        raise ValueError(HEAD)
    raw = tar.extractfile(entry).read()
    if json.loads(raw)["format"] > FORMAT:
        raise BackupError(_("This backup was made by a newer newsroom: bring the program up to date first."))
    return raw


def unwrap(path: Path, take):
    """
    Reads every part from the first to the last and returns what the seal says. take(name, file, size): called for
    every part between head and seal; what it does is to be undone where this raises BackupError, at the very end too.
    """
    with broken_is_said(path), tarfile.open(path, "r|") as tar, TemporaryFile() as lines:
        raw = head_in(tar)
        lines.write(listed(HEAD, len(raw), sha256(raw).hexdigest()))
        while entry := tar.next():
            forget_members(tar)
            if entry.name == PARTS:
                wrong = first_difference(lines, tar.extractfile(entry))
                return sealed(tar, wrong, path)
            lines.write(taken(tar, entry, take))
        raise EOFError(_("it breaks off before its end"))


def taken(tar, entry, take):
    demand_inside(PurePosixPath(entry.name), is_ours=entry.isreg())
    reading = Counting(tar.extractfile(entry), entry.size)
    take(entry.name, reading, entry.size)
    while reading.read(BLOCK):
        pass
    return listed(entry.name, entry.size, reading.digest.hexdigest())


def demand_inside(name: PurePosixPath, *, is_ours):
    """is_ours: it is of a kind that backups have. More is not demanded: the storage gives what names it likes."""
    if not is_ours or name.is_absolute() or ".." in name.parts:
        raise ValueError(f"the name {name} leads out of it")


def first_difference(lines, told):
    """Of what was read and what was written; None where they are the same."""
    lines.seek(0)
    for line in lines:
        other = told.readline()
        if line != other:
            return (json.loads(line) if line else {}).get("name", "")
    return PARTS if told.readline() else None


def sealed(tar, wrong, path):
    if wrong is not None:
        raise ValueError(_("%(part)s has another checksum") % {"part": wrong})
    entry = tar.next()
    if entry is None or entry.name != SEAL:
        raise EOFError(_("it breaks off before its end"))
    return json.loads(tar.extractfile(entry).read())
