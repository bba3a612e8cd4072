"""Originals on their way out: what a download is called, and many of them as one archive, piece by piece."""

import unicodedata
import zipfile
from typing import IO, cast
from urllib.parse import quote

from django.core.files.storage import default_storage
from django.utils import timezone

from media.darkroom import SUFFIXES
from media.imaging.filenames import cleaned

WORDS_KEPT = 24
CHUNK = 256 * 1024


def download_name(photo):
    """2026-07-13 职工在车间里比赛.jpg: the day, the beginning of the caption or else the file's own name."""
    day = timezone.localtime(photo.taken_at or photo.uploaded_at).strftime("%Y-%m-%d")
    words = first_words(photo.caption or photo.headline) or first_words(photo.filename.rpartition(".")[0])
    return f"{day} {words or photo.pk}.{SUFFIXES[photo.format]}"


def former_name(former):
    """That of its photo, with the moment at which another picture came."""
    stem, _dot, _suffix = download_name(former.photo).rpartition(".")
    return f"{stem} ({timezone.localtime(former.replaced_at):%Y-%m-%d %H%M}).{SUFFIXES[former.format]}"


def first_words(text):
    """Up to the first full stop, without marks that a file system or a shell would take amiss."""
    sentence = cleaned(text.replace("/", " ").replace("\\", " ")).split("。")[0] if text.strip() else ""
    kept = "".join(character if is_letter(character) else " " for character in sentence)
    return " ".join(kept.split())[:WORDS_KEPT].strip()


def is_letter(character):
    return unicodedata.category(character)[0] in "LNM" or character in "-_"


def attachment(name):
    """RFC 6266: the name as it is, and one in ASCII for whoever reads no other."""
    plain = "".join(character if character.isascii() and character not in '"\\' else "_" for character in name)
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"


def bytes_of(photo):
    """None where its file is missing."""
    try:
        return default_storage.size(photo.original.name) if photo.original else None
    except FileNotFoundError:
        return None


class Archive:
    """
    A zip of originals, piece by piece. Pictures are packed already, so they are only stored. A file that has gone since
    it was counted is left out, and a note in the archive says so.
    """

    def __init__(self, photos, note_name, note):
        self.photos, self.note_name, self.note = photos, note_name, note
        self.written, self.missing, self.names = [], [], {}

    def write(self, content: bytes) -> int:
        self.written.append(bytes(content))
        return len(content)

    def flush(self) -> None:
        """What zipfile asks of whatever it writes to."""

    def taken(self):
        pieces, self.written = self.written, []
        return b"".join(pieces)

    def __iter__(self):
        with zipfile.ZipFile(cast("IO[bytes]", self), "w", zipfile.ZIP_STORED) as archive:
            yield from self.pieces(archive)
            if self.missing:
                archive.writestr(self.note_name, "\n".join([self.note, *map(self.name_of, self.missing)]))
        yield self.taken()

    def pieces(self, archive):
        for photo in self.photos:
            yield from self.packed(archive, photo)

    def packed(self, archive, photo):
        try:
            file = default_storage.open(photo.original.name)
        except FileNotFoundError:
            self.missing.append(photo)
            return
        with file, archive.open(self.entry_of(photo), "w", force_zip64=True) as target:
            while content := file.read(CHUNK):
                target.write(content)
                yield self.taken()

    def entry_of(self, photo):
        return entry(photo, self.names)

    def name_of(self, photo):
        return str(photo)


def entry(photo, names):
    """Its place in the archive; of two of one name the second is numbered."""
    name = download_name(photo)
    names[name] = names.get(name, 0) + 1
    if names[name] > 1:
        stem, _dot, suffix = name.rpartition(".")
        name = f"{stem} ({names[name]}).{suffix}"
    taken = timezone.localtime(photo.taken_at or photo.uploaded_at)
    return zipfile.ZipInfo(name, date_time=(max(taken.year, 1980), *taken.timetuple()[1:6]))
