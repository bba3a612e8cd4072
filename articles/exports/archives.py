"""Pages as one zip, piece by piece: a file of texts for each page, and the originals of their photos beside it."""

import zipfile
from dataclasses import dataclass, field

from articles.exports.naming import original_name, page_name
from media.originals import Archive

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

    def pieces(self, archive):
        for sheet in self.sheets:
            name = self.format.file_name(page_name(sheet.page))
            archive.writestr(name, self.file_of(sheet), zipfile.ZIP_DEFLATED)
            yield self.taken()
        yield from super().pieces(archive)

    def file_of(self, sheet):
        return self.format.page_file(sheet.page, sheet.stories, sheet.hidden, self.paper)

    def entry_of(self, photo):
        return zipfile.ZipInfo(f"{FOLDER}/{self.name_of(photo)}")

    def name_of(self, photo):
        return original_name(photo)
