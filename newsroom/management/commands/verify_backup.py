from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from newsroom.backups import BackupError
from newsroom.backups.noted import VERIFIED, note
from newsroom.backups.verifying import verify_backup


class Command(BaseCommand):
    help = "Restores a backup into an empty place and compares every table and every upload. Touches nothing else."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)

    def handle(self, *, file, **options):
        try:
            found = verify_backup(file)
        except BackupError as problem:
            raise CommandError(str(problem)) from problem
        note(VERIFIED, file, went_well=not found.differences)
        for sentence in found.differences:
            self.stderr.write(sentence)
        words = {"tables": found.tables, "rows": found.rows, "uploads": found.uploads, "file": file}
        if found.differences:
            raise CommandError(_("%(file)s differs from what was written.") % words)
        self.stdout.write(
            _("%(file)s is proved: %(tables)d tables with %(rows)d rows and %(uploads)d uploads are as they were.")
            % words
        )
