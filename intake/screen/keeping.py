"""
What was made of a file, in a form that can lie beside it: a zip of JSON and of the bytes that JSON cannot hold. No
pickle: what comes back out of a storage may build these few records and nothing else.
"""

import io
import json
import zipfile
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from intake.documents import result
from intake.manuscripts import Manuscript, Unpacked
from media.imaging.developing import Prints, Rendition

HOME = Path(__file__).resolve().parent.parent
READERS = (
    "documents",
    "manuscripts.py",
    "screen/keeping.py",
    "drafting/enclosures.py",
    "../media/imaging",
    "../media/embedded",
    "../wording/encoding.py",
)


@dataclass(frozen=True)
class Developed:
    """The slow work on a manuscript, done: a print (or None) for each of its pictures, the drawn page, and what failed
    (code and sentence)."""

    prints: tuple[Prints | None, ...] = ()
    page: Prints | None = None
    doubts: tuple[tuple[str, str], ...] = ()


OF_FILES = [kind for kind in vars(result).values() if isinstance(kind, type) and is_dataclass(kind)]
RECORDS: dict[str, Any] = {
    kind.__name__: kind for kind in (*OF_FILES, Manuscript, Unpacked, Prints, Rendition, Developed)
}


class NotKept(Exception):  # noqa: N818 - said at the desk
    """What lies there cannot be used: cut off in writing, or of another making."""


@cache
def version():
    """Changes with the code that reads files: nothing that an older release understood otherwise is taken again."""
    paths = [path for name in READERS for path in sorted(python_files(HOME / name))]
    return sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()[:12]


def python_files(path):
    return path.rglob("*.py") if path.is_dir() else [path]


def packed(record, file=b""):
    """file: the bytes that lie beside it anyway and need not be kept a second time."""
    content = [file]
    text = json.dumps(plain(record, content), ensure_ascii=False, separators=(",", ":"))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("record.json", text.encode(errors="surrogatepass"), zipfile.ZIP_DEFLATED)
        for number, data in enumerate(content[1:], start=1):
            archive.writestr(str(number), data)
    return buffer.getvalue()


def plain(value, content):
    if is_dataclass(value):
        named = {field.name: plain(getattr(value, field.name), content) for field in fields(value)}
        return {"record": type(value).__name__, "fields": named}
    if isinstance(value, bytes):
        return {"bytes": place_in(content, value)}
    if isinstance(value, (tuple, list)):
        return [plain(one, content) for one in value]
    return {"facts": value} if isinstance(value, dict) else value


def place_in(content, data):
    """All pages of a PDF hold its one file."""
    known = next((number for number, one in enumerate(content) if one is data), None)
    if known is None:
        content.append(data)
    return len(content) - 1 if known is None else known


def unpacked_from(data, file=b""):
    """The record that was packed; or NotKept."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            kept = json.loads(archive.read("record.json").decode(errors="surrogatepass"))
            return remade(kept, lambda number: archive.read(str(number)) if number else file)
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, EOFError) as error:
        raise NotKept from error


def remade(value, content):
    if isinstance(value, list):
        return tuple(remade(one, content) for one in value)
    if not isinstance(value, dict):
        return value
    if "record" in value:
        named = {name: remade(one, content) for name, one in value["fields"].items()}
        return RECORDS[value["record"]](**named)
    return content(value["bytes"]) if "bytes" in value else value["facts"]
