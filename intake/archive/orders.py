"""What the command is asked to do with the files."""

from dataclasses import dataclass
from datetime import date as day
from hashlib import sha256
from os.path import realpath
from pathlib import Path

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from intake.archive.folders import File
from intake.archive.references import words_of
from intake.receiving import check_place


@dataclass(frozen=True)
class Order:
    """date_from_path: True demands it of every file; None takes it in archives, where a path names a day."""

    files: tuple[Path, ...]
    may_save: bool = True
    date: day | None = None
    page: str = ""
    page_name: str = ""
    edition: str = ""
    date_from_path: bool | None = None
    archive: str = ""
    update: bool = False
    report: Path | None = None

    def check(self):
        """A senseless order is said before anything is read. Without --page the pages say it, or their files."""
        if self.page and not self.date and not self.date_from_path:
            raise ValidationError(_("--date and --page go together."))
        if self.date and self.date_from_path:
            raise ValidationError(_("--date and --date-from-path exclude each other."))
        if self.archive and len(self.files) > 1 and any(path.is_dir() for path in self.files):
            raise ValidationError(_("--archive names one folder: take the others by themselves."))
        if self.update and not self.archive and (self.date or not any(path.is_dir() for path in self.files)):
            raise ValidationError(_("--update needs an archive: a folder without --date, or --archive."))
        if self.date or self.page:
            check_place(**self.place(self.date or day.today(), self.page or "01"))

    def place(self, date, label):
        return {"date": date, "label": label, "name": self.page_name, "edition": self.edition}

    def archive_of(self, file: File):
        """Its name, or nothing: a folder that is read as one issue calls its files alike every day."""
        is_archive = file.folder and not self.date
        return self.archive or (file.folder_name if is_archive else "")

    def reference_of(self, file: File):
        archive = self.archive_of(file)
        return f"{archive}/{file.words}" if archive else ""

    def key_of(self, file: File, digest):
        """Of these bytes under this path, with what was said of their place: anything else is read again."""
        said = (self.archive_of(file), file.title, self.date, self.page, self.edition, self.date_from_path)
        return sha256(repr((digest, *said)).encode(errors="surrogatepass")).hexdigest()

    def place_in_report(self, file: File):
        return self.reference_of(file) or words_of(file.path)

    def is_report(self, file: File):
        """It may lie in the very folder, and is no text of it."""
        return self.report is not None and realpath(file.path) == realpath(self.report)

    def reads_date(self, file: File):
        if self.date_from_path is not None or self.date:
            return bool(self.date_from_path)
        return bool(file.folder)
