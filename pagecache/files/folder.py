"""The folder of pages on this machine: a file and its compressed twin for each, whole or not there."""

import gzip
import os
import secrets
import shutil
import time
from contextlib import suppress
from hashlib import blake2b

from pagecache.files.front_server import sends_the_same
from pagecache.files.places import place_of
from pagecache.files.register import Register

KEPT, NEW, GONE = "kept", "new", "gone"
TWIN = ".gz"
# Seconds: what the clock will change sooner is no file. More than the links of two beats last (beat.py).
NEAR = 30
HARDLY = 0.2  # seconds that a page waits to become a file
MOST = 50_000  # pages


class Folder:
    """Whatever writes or takes away files here holds the register meanwhile."""

    def __init__(self, root):
        self.root = root
        self.register = Register(root / "register.sqlite3")

    def put(self, page, number, stamp):
        """number: that of the last change after which it was found good. False where it is no page for a file."""
        place = place_of(page.address)
        if place is None or page.fresh_until < time.time() + NEAR or not sends_the_same(page, place):
            return False
        return self.enter(place, page, number, stamp) and self.write_entered(place, page, number, stamp)

    def enter(self, place, page, number, stamp):
        """Before it is written, and for good: a file of which the register knows nothing would never be taken away."""
        with self.register.alone(HARDLY) as entries:
            known, taken_away = entries.state()
            if known != stamp:
                self.empty(entries, stamp, number)
            elif number < taken_away:
                return False
            self.remove(entries, entries.at(place))
            entries.add(place, number, page)
        return True

    def write_entered(self, place, page, number, stamp):
        """Unless it was taken away meanwhile. An error, or the end of the process, leaves what is entered."""
        with self.register.alone(HARDLY) as entries:
            is_entered = entries.state()[0] == stamp and entries.has(place, number)
            if is_entered:
                self.write(place, page)
        return is_entered

    def has(self, address):
        place = place_of(address)
        return place is not None and (self.root / KEPT / place).exists()

    def drop(self, names, number):
        """What was found good before that number comes too late from now on."""
        with self.register.alone() as entries:
            self.remove(entries, entries.showing(names))
            entries.taken_away(number)

    def shrink(self, most=MOST):
        with self.register.alone() as entries:
            self.remove(entries, entries.beyond(most))

    def remove(self, entries, files):
        for _key, place in files:
            self.take_away(self.root / KEPT / place)
        entries.remove(files)

    def empty(self, entries, stamp, number):
        """All at once: the folder gets another name, and is taken apart later."""
        with suppress(FileNotFoundError):
            (self.root / KEPT).rename(self.root / f"{GONE}-{secrets.token_hex(8)}")
        entries.clear()
        entries.set_state(stamp, number)

    def clear_gone(self):
        for left in self.root.glob(f"{GONE}-*"):
            shutil.rmtree(left, ignore_errors=True)

    def write(self, place, page):
        path = self.root / KEPT / place
        path.parent.mkdir(parents=True, exist_ok=True)
        changed = changed_at(page)
        # The plain one last: without it a reader who takes no compression would be the only one to ask the newsroom.
        self.put_in_place(path.with_name(path.name + TWIN), page.body, changed)
        self.put_in_place(path, gzip.decompress(page.body), changed)

    def put_in_place(self, path, content, changed):
        """A reader finds the old file or the new one, each of them whole."""
        new = self.root / NEW / secrets.token_hex(16)
        new.parent.mkdir(exist_ok=True)
        try:
            new.write_bytes(content)
            os.utime(new, (changed, changed))
            new.replace(path)
        except OSError:
            new.unlink(missing_ok=True)
            raise

    def take_away(self, path):
        path.unlink(missing_ok=True)
        path.with_name(path.name + TWIN).unlink(missing_ok=True)
        with suppress(OSError):  # another page lies there
            for folder in path.relative_to(self.root / KEPT).parents[:-1]:
                (self.root / KEPT / folder).rmdir()


def changed_at(page):
    """
    nginx makes a file's ETag from its length and its time in whole seconds, and a page may be written twice in one. So
    the time is made from the content, before the year 2004, and is the same on every machine.
    """
    return int.from_bytes(blake2b(page.body, digest_size=4).digest()) >> 2
