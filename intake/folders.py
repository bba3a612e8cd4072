"""The files of a folder in the order in which people count them, and a list of those that could not be read."""

import csv
from contextlib import contextmanager

from intake.documents.bundles import NOISE, natural

COLUMNS = ("file", "code", "reason")


def files_in(path):
    """A folder's files with those of the folders in it; a file is itself."""
    if not path.is_dir():
        return [path]
    found = {str(file.relative_to(path)): file for file in path.rglob("*") if file.is_file()}
    return [found[name] for name in sorted(found, key=natural) if is_wanted(name)]


def is_wanted(name):
    return not NOISE.search(name) and not any(part.startswith(".") for part in name.split("/"))


@contextmanager
def report(path):
    """A function that notes (file, code, reason) in a CSV for spreadsheets, at once: work may be broken off."""
    if not path:
        yield lambda *row: None
        return
    with path.open("w", newline="", encoding="utf-8-sig") as file:
        rows = csv.writer(file)
        rows.writerow(COLUMNS)

        def note(*row):
            rows.writerow(row)
            file.flush()

        yield note


class Progress:
    """3/120 on a line of its own: on a screen it is written over, in a log it comes ten times."""

    def __init__(self, total, stream):
        self.total, self.done, self.stream = total, 0, stream
        self.is_screen = stream.isatty()

    def step(self):
        self.done += 1
        is_tenth = self.done * 10 // self.total > (self.done - 1) * 10 // self.total
        if self.is_screen:
            filled = 30 * self.done // self.total
            bar = "#" * filled + "." * (30 - filled)
            self.stream.write(f"\r[{bar}] {self.done}/{self.total}", ending="\n" if self.done == self.total else "")
        elif is_tenth:
            self.stream.write(f"{self.done}/{self.total}")
