"""
The files of a form that came back with an error: they need not be chosen again. Private, below a token that stands in
the form alone, each in its slot ("document", "photo-0" …), and gone after a day.
"""

import re
from datetime import timedelta
from secrets import token_urlsafe

from django.core.files.base import File
from django.core.files.storage import default_storage
from django.utils import timezone

from media.imaging.filenames import cleaned
from media.keeping import delete_files, files_below, free_space

FOLDER = "handed_in"
KEPT = timedelta(days=1)
LEAST_FREE = 2**30  # bytes
TOKEN = re.compile(r"[\w-]{20,60}", re.ASCII)


class Kept:
    """A file that lies here, as a form takes it."""

    def __init__(self, path):
        self.path = path
        self.name = path.rpartition("/")[2]
        self.size = default_storage.size(path)

    def open(self):
        return default_storage.open(self.path)


class Basket:
    def __init__(self, token=""):
        self.token = token if TOKEN.fullmatch(token or "") else token_urlsafe(24)
        self.folder = f"{FOLDER}/{self.token}"

    @property
    def has_room(self):
        return free_space() > LEAST_FREE

    def lie_here(self):
        """{slot: Kept}"""
        found = {}
        for path in sorted(files_below(self.folder)):
            try:
                found[path.split("/")[-2]] = Kept(path)
            except FileNotFoundError:  # cleared away this moment
                continue
        return found

    def lay(self, slot, file):
        """In place of what lay in that slot."""
        self.take_out(slot)
        file.seek(0)
        return Kept(default_storage.save(f"{self.folder}/{slot}/{cleaned(file.name) or 'file'}", File(file)))

    def take_out(self, slot):
        delete_files(list(files_below(f"{self.folder}/{slot}")))

    def empty(self):
        delete_files(list(files_below(self.folder)))


def clear_baskets():
    """A duty of the clock."""
    before = timezone.now() - KEPT
    for path in list(files_below(FOLDER)):
        if default_storage.get_modified_time(path) < before:
            delete_files([path])
