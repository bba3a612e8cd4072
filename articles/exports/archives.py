"""Pages as one zip, piece by piece: a file of texts for each page, and the originals of their photos beside it."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.core.files.storage import default_storage

from articles.exports.naming import original_name, page_name
from media.originals import CHUNK, Archive

FOLDER = "图片"


@dataclass
class Sheet:
    """A page with what of it goes out."""

    page: object
    stories: list = field(default_factory=list)
    hidden: int = 0

    @property
    def photos(self):
        """Each once; none whose licence has ended."""
        every = {photo.pk: photo for story in self.stories for photo in story.photos}
        return [photo for photo in every.values() if photo.original and photo.why_closed() != "expired"]


class PagesArchive(Archive):
    """
    A page is written when its turn comes, so that one page at a time is in memory. A photo that stands on two pages is
    there once; an original that is missing is named in a note.
    """

    def __init__(self, sheets, format, paper, *, originals, note_name, note):
        photos = {photo.pk: photo for sheet in sheets for photo in sheet.photos} if originals else {}
        super().__init__(list(photos.values()), note_name, note)
        self.sheets, self.format, self.paper = sheets, format, paper

    def __iter__(self) -> Iterator[bytes]:
        missing = []
        with zipfile.ZipFile(self, "w", zipfile.ZIP_STORED) as archive:
            for sheet in self.sheets:
                name = self.format.file_name(page_name(sheet.page))
                archive.writestr(name, self.file_of(sheet), zipfile.ZIP_DEFLATED)
                yield self.taken()
            for photo in self.photos:
                yield from self.packed(archive, photo, missing)
            if missing:
                archive.writestr(self.note_name, "\n".join([self.note, *map(original_name, missing)]))
        yield self.taken()

    def file_of(self, sheet):
        return self.format.page_file(sheet.page, sheet.stories, sheet.hidden, self.paper)

    def packed(self, archive, photo, missing):
        try:
            file = default_storage.open(photo.original.name)
        except FileNotFoundError:
            missing.append(photo)
            return
        entry = zipfile.ZipInfo(f"{FOLDER}/{original_name(photo)}")
        with file, archive.open(entry, "w", force_zip64=True) as target:
            while content := file.read(CHUNK):
                target.write(content)
                yield self.taken()
