"""What was made of a file, packed so that it can lie beside it, for as long as this release would read it the same."""

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from intake.documents import result
from intake.manuscripts import Manuscript, Unpacked
from intake.packing import NotPacked as NotKept
from intake.packing import packed, records_in, unpacked
from media.imaging.developing import Prints, Rendition

HOME = Path(__file__).resolve().parent.parent
READERS = (
    "documents",
    "manuscripts.py",
    "packing.py",
    "screen/keeping.py",
    "drafting/enclosures.py",
    "../media/imaging",
    "../media/embedded",
    "../wording/encoding.py",
)


OF_SCREEN = (Manuscript, Unpacked, Prints, Rendition)
RECORDS: dict[str, Any] = {**records_in(result), **{kind.__name__: kind for kind in OF_SCREEN}}
__all__ = ["NotKept", "packed", "unpacked_from", "version"]


@cache
def version():
    """Changes with the code that reads files: nothing that an older release understood otherwise is taken again."""
    paths = [path for name in READERS for path in sorted(python_files(HOME / name))]
    return sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()[:12]


def python_files(path):
    return path.rglob("*.py") if path.is_dir() else [path]


def unpacked_from(data, file=b""):
    """The record that was packed; or NotKept."""
    return unpacked(data, RECORDS, file)
