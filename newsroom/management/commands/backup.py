from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from newsroom.backups import BackupError, Home, name_for, write_backup


class Command(BaseCommand):
    help = "Writes the embedded database and the uploads into one file, while the paper is being worked on."

    def add_arguments(self, parser):
        parser.add_argument("file", nargs="?", type=Path, help="default: a new one under var/backups")

    def handle(self, *, file, **options):
        path = file or settings.VAR_DIR / "backups" / name_for(timezone.now())
        try:
            uploads = write_backup(Home.current(), path)
        except BackupError as problem:
            raise CommandError(str(problem)) from problem
        self.stdout.write(
            _("The database and %(uploads)s uploads are in %(file)s (%(size).1f MB).")
            % {"uploads": uploads, "file": path, "size": path.stat().st_size / 1e6}
        )
