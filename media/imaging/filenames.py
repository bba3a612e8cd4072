"""The name that a file had on the uploader's machine. Shown at the desk, never used as a path."""

import re
import unicodedata
from pathlib import PurePosixPath

LONGEST = 200  # bytes of UTF-8


def cleaned(filename):
    """The last part of the name without controls and marks that turn text around; a long one keeps its extension.
    Dots alone name folders, and are no name."""
    name = re.split(r"[/\\]", filename or "")[-1]
    visible = "".join(character if is_visible(character) else " " for character in name)
    name = shortened(" ".join(visible.split()))
    return "file" if name in (".", "..") else name


def is_visible(character):
    return unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}


def shortened(name):
    if len(name.encode()) <= LONGEST:
        return name
    extension = PurePosixPath(name).suffix[:10]
    stem = name.encode()[: LONGEST - len(extension.encode())]
    return stem.decode(errors="ignore").rstrip() + extension
