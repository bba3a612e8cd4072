"""
What was made of a file, in bytes: a zip of JSON and of the bytes that JSON cannot hold. No pickle: what comes back from
a storage or from another process may build records that are named here, and nothing else.
"""

import io
import json
import zipfile
import zlib
from dataclasses import fields, is_dataclass
from datetime import datetime

MOST_BYTES = 2**30
# RuntimeError: also what is nested too deep, and a zip with a password.
BROKEN = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError),
    *(LookupError, AttributeError, ValueError, TypeError),
)


class NotPacked(Exception):  # noqa: N818 - said at the desk
    """What is there cannot be used: cut off in writing, or of another making."""


def records_in(*modules):
    """The records that a module knows, by their names."""
    found = [kind for module in modules for kind in vars(module).values()]
    return {kind.__name__: kind for kind in found if isinstance(kind, type) and is_dataclass(kind)}


def packed(record, file=b""):
    """file: the bytes that lie beside it anyway and need not be kept a second time."""
    buffer = io.BytesIO()
    pack(record, buffer, file)
    return buffer.getvalue()


def pack(record, stream, file=b""):
    content = [file]
    text = json.dumps(plain(record, content), ensure_ascii=False, separators=(",", ":"))
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("record.json", text.encode(errors="surrogatepass"), zipfile.ZIP_DEFLATED)
        for number, data in enumerate(content[1:], start=1):
            archive.writestr(str(number), data)


def plain(value, content):
    if is_dataclass(value):
        named = {field.name: plain(getattr(value, field.name), content) for field in fields(value)}
        return {"record": type(value).__name__, "fields": named}
    if isinstance(value, bytes):
        return {"bytes": place_in(content, value)}
    if isinstance(value, (tuple, list)):
        return [plain(one, content) for one in value]
    if isinstance(value, datetime):
        return {"time": value.isoformat()}
    return {"facts": value} if isinstance(value, dict) else value


def place_in(content, data):
    """All pages of a PDF hold its one file."""
    known = next((number for number, one in enumerate(content) if one is data), None)
    if known is None:
        content.append(data)
    return len(content) - 1 if known is None else known


def unpacked(data, records, file=b""):
    """What was packed; or NotPacked. records: those that may be built, by their names."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            check_size(archive)
            kept = json.loads(archive.read("record.json").decode(errors="surrogatepass"))
            return remade(kept, records, lambda number: archive.read(str(number)) if number else file)
    except BROKEN as error:
        raise NotPacked from error


def check_size(archive):
    """No more comes out of a member than it announces."""
    if sum(member.file_size for member in archive.infolist()) > MOST_BYTES:
        raise NotPacked


def remade(value, records, content):
    if isinstance(value, list):
        return tuple(remade(one, records, content) for one in value)
    if not isinstance(value, dict):
        return value
    if "record" in value:
        named = {name: remade(one, records, content) for name, one in value["fields"].items()}
        return records[value["record"]](**named)
    if "time" in value:
        return datetime.fromisoformat(value["time"])
    return content(value["bytes"]) if "bytes" in value else value["facts"]
