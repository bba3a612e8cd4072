"""Opening a zip, also the one inside every .docx, without being buried by it: limits are checked before unpacking."""

import io
import lzma
import struct
import zipfile
import zlib

from intake.documents.refusal import DocumentRefused

MEGABYTE = 2**20
MOST_FILES = 3000
MOST_BYTES = 400 * MEGABYTE
# Text of Word shrinks to a tenth or a thirtieth. A bomb shrinks a thousandfold; what stays small harms nobody.
LARGEST_RATIO, HARMLESS = 150, 20 * MEGABYTE
UTF8_NAME, ENCRYPTED = 0x800, 0x1
BROKEN = (
    *(zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError),
    *(NotImplementedError, RuntimeError, ValueError, IndexError, OverflowError),
)


class Archive:
    """The files of a zip by their names, in the zip's order."""

    def __init__(self, data, kind="zip"):
        self.kind = kind
        try:
            self.zip = zipfile.ZipFile(io.BytesIO(data))
        except BROKEN as error:
            raise DocumentRefused("damaged", kind=kind) from error
        self.members = {name_of(member): member for member in self.zip.infolist() if not member.is_dir()}
        self.check(len(data))

    def check(self, packed):
        members = self.zip.infolist()
        total = sum(member.file_size for member in members)
        if len(members) > MOST_FILES:
            raise DocumentRefused("too_many_files", limit=MOST_FILES)
        if total > MOST_BYTES or total > max(HARMLESS, LARGEST_RATIO * packed):
            raise DocumentRefused("bomb", limit=MOST_BYTES // MEGABYTE)
        if any(member.flag_bits & ENCRYPTED for member in members):
            raise DocumentRefused("encrypted", kind=self.kind)

    def __contains__(self, name):
        return name in self.members

    def __iter__(self):
        return iter(self.members)

    def read(self, name):
        """zipfile hands out no more bytes than the member announced, and the announced sum was checked."""
        try:
            return self.zip.read(self.members[name])
        except (*BROKEN, KeyError) as error:
            raise DocumentRefused("damaged", kind=self.kind) from error


def name_of(member):
    """Chinese Windows writes names in GB18030 and does not say so; macOS writes UTF-8 and does not say so either."""
    if member.flag_bits & UTF8_NAME:
        return member.filename
    try:
        raw = member.filename.encode("cp437")
    except UnicodeEncodeError:
        return member.filename
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return member.filename
