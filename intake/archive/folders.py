"""The files of a folder in the order in which people count them, found one after the other."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from intake.archive.references import words_of
from intake.documents.bundles import NOISE, natural
from intake.documents.kinds import LARGEST
from intake.documents.refusal import DocumentRefused


class File(NamedTuple):
    """words: the path below the folder that it was found in; of a single file, its name."""

    path: Path
    words: str
    folder: Path | None = None

    @property
    def folder_name(self):
        return words_of(self.folder.resolve().name) if self.folder else ""

    @property
    def title(self):
        """The name of the folder and the path in it: what may tell a date."""
        return f"{self.folder_name}/{self.words}" if self.folder else self.words


def files_in(path) -> Iterator[File]:
    """A folder's files with those of the folders in it; a file is itself. Memory holds no more than a few folders."""
    if not path.is_dir():
        yield File(path, words_of(path.name))
        return
    waiting = [path]
    while waiting:
        found = waiting.pop()
        try:
            inside = listed(found) if found == path or is_folder(found) else None
        except OSError:  # it may not be looked into, and is refused when it is read
            inside = None
        if inside is None:
            yield File(found, words_of(found.relative_to(path)), path)
        else:
            waiting += reversed(inside)


def is_folder(path):
    """A link to a folder is none: it may lead in a circle, or to what is read already."""
    return path.is_dir() and not path.is_symlink()


def listed(folder):
    names = [name for name in os.listdir(folder) if is_wanted(name)]
    return [folder / name for name in sorted(names, key=natural)]


def is_wanted(name):
    return name != "__MACOSX" and not NOISE.search(name)


def content_of(path):
    """Its bytes; or OSError or DocumentRefused, without waiting for a pipe or swallowing what is far too large."""
    found = path.stat()
    if stat.S_ISDIR(found.st_mode):
        os.listdir(path)
        raise DocumentRefused("linked_folder")
    if not stat.S_ISREG(found.st_mode):
        raise DocumentRefused("no_file")
    if not found.st_size:
        raise DocumentRefused("empty")
    if found.st_size > LARGEST:
        raise DocumentRefused("too_large", megabytes=found.st_size >> 20, limit=LARGEST >> 20)
    return path.read_bytes()
